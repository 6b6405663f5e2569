package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lodestar.trial.fact.Derived;

/** The response of one assessment, each of its figures with its reason. */
public record AssessedVisit(
    String visit,
    LocalDate date,
    Derived<BigDecimal> sumMm,
    Derived<BigDecimal> nadirMm,
    Derived<BigDecimal> changeFromBaselinePercent,
    Derived<BigDecimal> changeFromNadirPercent,
    Derived<Response> target,
    Derived<Response> nonTarget,
    Derived<Boolean> newLesion,
    Derived<Response> overall) {}
