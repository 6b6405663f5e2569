package org.lodestar.trial.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;

/**
 * What is known about a participant on the day for which doses are calculated; each value may be
 * missing for a reason.
 *
 * @param ageYears completed years on that day
 * @param measuredFiltrationMlPerMin a measured rate, which takes the place of an estimate; null
 *     when none was measured
 * @param weightAtLastDoseKg the weight from which the last dose was calculated, or null
 */
public record Patient(
    Derived<Sex> sex,
    Derived<Integer> ageYears,
    Derived<BigDecimal> heightCm,
    Derived<BigDecimal> weightKg,
    Derived<BigDecimal> creatinineUmolPerL,
    Derived<LocalDate> creatinineOn,
    @Nullable Derived<BigDecimal> measuredFiltrationMlPerMin,
    @Nullable Derived<BigDecimal> weightAtLastDoseKg) {}
