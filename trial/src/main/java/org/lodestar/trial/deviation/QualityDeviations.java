package org.lodestar.trial.deviation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.SettingsRead;

/** Radiotherapy as planned against the protocol, and what its reviewers called unacceptable. */
final class QualityDeviations {
  private static final Map<String, Words> SUBJECTS =
      Map.of(
          "volumes", new Words("volumes", "靶区"),
          "plan", new Words("plan", "计划"),
          "delivery", new Words("delivery", "照射执行"),
          "time", new Words("overall time", "总治疗时间"));

  private QualityDeviations() {}

  static List<Derived<Deviation>> find(Sheets sheets, Protocol protocol) {
    List<Derived<Deviation>> found = new ArrayList<>();
    sheets.of("rt-review").forEach(sheet -> review(sheet).ifPresent(found::add));
    sheets.of("rt-plan").forEach(sheet -> plan(sheet, protocol).ifPresent(found::add));
    return found;
  }

  private static Optional<Derived<Deviation>> review(Sheet sheet) {
    Derived<String> verdict = sheet.text("verdict");
    Derived<String> subject = sheet.text("subject");
    Derived<LocalDate> on = sheet.date("reviewed-on");
    if (!on.isKnown()
        || !subject.isKnown()
        || verdict.known().filter("unacceptable-variation"::equals).isEmpty()) {
      return Optional.empty();
    }
    DeviationRule rule = DeviationRule.RADIOTHERAPY_UNACCEPTABLE;
    return Optional.of(
        Derived.of(rule, Deviation.of(rule, subject.get(), on.get()), verdict, subject, on)
            .with("subject", SUBJECTS.getOrDefault(subject.get(), Words.same(subject.get())))
            .with("date", on.get()));
  }

  private static Optional<Derived<Deviation>> plan(Sheet sheet, Protocol protocol) {
    SettingsRead settings = new SettingsRead(protocol);
    Optional<BigDecimal> total = settings.find(RadiotherapySettings.TOTAL_DOSE_GY);
    Optional<Integer> fractions = settings.find(RadiotherapySettings.FRACTIONS);
    Derived<BigDecimal> dose = sheet.measured("dose", Dimension.RADIATION_DOSE);
    Derived<Integer> planned = sheet.wholeNumber("fractions");
    Derived<LocalDate> on = sheet.date("approved-on");
    if (total.isEmpty() || fractions.isEmpty() || !on.isKnown()) {
      return Optional.empty();
    }
    boolean differs =
        dose.known().filter(gy -> gy.compareTo(total.get()) != 0).isPresent()
            || planned.known().filter(n -> !n.equals(fractions.get())).isPresent();
    DeviationRule rule = DeviationRule.PLAN_AGAINST_PRESCRIPTION;
    return differs
        ? Optional.of(
            settings.on(
                Derived.of(
                        rule,
                        Deviation.of(rule, Integer.toString(sheet.repeat()), on.get()),
                        dose,
                        planned,
                        on)
                    .with("date", on.get())
                    .with("dose", dose.known().map(BigDecimal::toPlainString).orElse("-"))
                    .with("fractions", planned.known().map(String::valueOf).orElse("-"))
                    .with("total", total.get().toPlainString())
                    .with("count", fractions.get())))
        : Optional.empty();
  }
}
