package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Checks that the settings of a trial fit together; what does not is an error. */
final class Coherence {
  /** Stands for the fraction of the day wherever rules name agents. */
  static final String RADIOTHERAPY = "radiotherapy";

  private final Protocol protocol;
  private final Findings.Builder findings;

  private Coherence(Protocol protocol, Findings.Builder findings) {
    this.protocol = protocol;
    this.findings = findings;
  }

  static void check(Protocol protocol, Findings.Builder findings) {
    Coherence coherence = new Coherence(protocol, findings);
    coherence.checkDose();
    coherence.checkHypotheses();
    coherence.checkAgents();
    coherence.checkGrades();
    coherence.checkConsentVersions();
    coherence.checkLimits(RadiotherapySettings.ORGAN_LIMITS);
    coherence.checkLimits(RadiotherapySettings.COVERAGE);
    if (!protocol.forms().all().isEmpty()) {
      coherence.checkForms();
      coherence.checkCalendar(RadiotherapySettings.CALENDAR);
      coherence.checkCalendar(FollowUpSettings.CLINIC_CALENDAR);
    }
  }

  /** Criteria speak of items, visits of forms: both must exist. */
  private void checkForms() {
    for (SettingKey<List<Criterion>> key : EligibilitySettings.CRITERIA_SETTINGS) {
      forEach(key, this::checkExpression);
    }
    forEach(
        FollowUpSettings.VISITS,
        (visit, place) -> visit.forms().forEach(form -> checkForm(visit, form, place)));
  }

  private void checkExpression(Criterion criterion, Place place) {
    Expression expression = protocol.forms().vocabulary().expression(criterion.expression());
    for (Expression.Fault fault : expression.faults()) {
      findings.addAll(
          new Findings(
              List.of(new Finding(Finding.Severity.ERROR, fault.rule(), fault.message(), place))));
    }
  }

  private void checkForm(Visit visit, String form, Place place) {
    if (protocol.forms().form(form).isEmpty()) {
      findings.error(
          CoherenceRule.UNKNOWN_FORM,
          place,
          "entry",
          visit.key(),
          "form",
          form,
          "allowed",
          String.join(", ", protocol.forms().all().stream().map(FormDefinition::key).toList()));
    }
  }

  private void checkCalendar(SettingKey<String> key) {
    Setting<String> calendar = protocol.get(key);
    if (calendar.value() != null && !protocol.calendarKeys().contains(calendar.value())) {
      findings.error(
          CoherenceRule.UNKNOWN_CALENDAR,
          calendar.place(),
          "calendar",
          calendar.value(),
          "allowed",
          String.join(", ", protocol.calendarKeys()));
    }
  }

  private void checkDose() {
    Setting<BigDecimal> total = protocol.get(RadiotherapySettings.TOTAL_DOSE_GY);
    Setting<Integer> fractions = protocol.get(RadiotherapySettings.FRACTIONS);
    Setting<BigDecimal> fraction = protocol.get(RadiotherapySettings.FRACTION_DOSE_GY);
    if (total.value() == null || fractions.value() == null || fraction.value() == null) {
      return;
    }
    BigDecimal product = fraction.value().multiply(BigDecimal.valueOf(fractions.value()));
    if (product.compareTo(total.value()) != 0) {
      findings.error(
          CoherenceRule.DOSE_IS_SUM_OF_FRACTIONS,
          total.place(),
          "fractions",
          fractions.value(),
          "fraction",
          fraction.value(),
          "product",
          product.toPlainString(),
          "total",
          total.value());
    }
  }

  private void checkHypotheses() {
    Setting<BigDecimal> none = protocol.get(DesignSettings.NULL_RATE_PERCENT);
    Setting<BigDecimal> alternative = protocol.get(DesignSettings.ALTERNATIVE_RATE_PERCENT);
    if (none.value() != null
        && alternative.value() != null
        && alternative.value().compareTo(none.value()) <= 0) {
      findings.error(
          CoherenceRule.ALTERNATIVE_DIFFERS,
          alternative.place(),
          "alternative",
          alternative.value(),
          "null",
          none.value());
    }
  }

  private void checkAgents() {
    Setting<List<String>> maintenance = protocol.get(TreatmentSettings.MAINTENANCE_AGENTS);
    maintenance
        .find()
        .ifPresent(agents -> checkAgents("maintenance-agents", agents, maintenance.place()));
    checkAgents(TreatmentSettings.DAY_1_RULES, DayOneRule::agents);
    checkAgents(TreatmentSettings.TOXICITY_RULES, ToxicityRule::agents);
    checkAgents(SafetySettings.ATTRIBUTIONS, Attribution::agents);
  }

  private <T extends Keyed> void checkAgents(
      SettingKey<List<T>> key, Function<T, List<String>> agents) {
    forEach(key, (entry, place) -> checkAgents(entry.key(), agents.apply(entry), place));
  }

  private void checkAgents(String entry, List<String> agents, Place place) {
    List<String> known = new ArrayList<>(protocol.members("agents"));
    known.add(RADIOTHERAPY);
    for (String agent : agents) {
      if (!known.contains(agent)) {
        findings.error(
            CoherenceRule.UNKNOWN_AGENT,
            place,
            "entry",
            entry,
            "agent",
            agent,
            "allowed",
            String.join(", ", known));
      }
    }
  }

  private void checkGrades() {
    forEach(
        TreatmentSettings.TOXICITY_RULES,
        (rule, place) -> {
          if (rule.gradeFrom() > rule.gradeTo()) {
            findings.error(
                CoherenceRule.GRADES_IN_ORDER,
                place,
                "entry",
                rule.key(),
                "from",
                rule.gradeFrom(),
                "to",
                rule.gradeTo());
          }
        });
  }

  /** Each later than the one before it, and none twice. */
  private void checkConsentVersions() {
    Setting<List<ConsentVersion>> setting = protocol.get(EnrolmentSettings.CONSENT_VERSIONS);
    List<ConsentVersion> versions = setting.find().orElse(List.of());
    for (int i = 1; i < versions.size(); i++) {
      ConsentVersion before = versions.get(i - 1);
      ConsentVersion version = versions.get(i);
      boolean again =
          versions.subList(0, i).stream().anyMatch(v -> v.version().equals(version.version()));
      if (again || !version.validFrom().isAfter(before.validFrom())) {
        findings.error(
            CoherenceRule.CONSENT_VERSIONS_IN_ORDER,
            setting.placeOf(i),
            "version",
            version.version(),
            "from",
            version.validFrom(),
            "before",
            before.version(),
            "earlier",
            before.validFrom());
      }
    }
  }

  private void checkLimits(SettingKey<List<DoseLimit>> key) {
    forEach(key, this::checkLimit);
  }

  private void checkLimit(DoseLimit limit, Place place) {
    BigDecimal variation = limit.variation();
    if (variation == null) {
      return;
    }
    int beyond = variation.compareTo(limit.acceptable());
    if (limit.side() == LimitSide.AT_MOST ? beyond <= 0 : beyond >= 0) {
      findings.error(
          CoherenceRule.VARIATION_BEYOND_LIMIT,
          place,
          "entry",
          limit.key(),
          "variation",
          variation,
          "acceptable",
          limit.acceptable());
    }
  }

  private <T> void forEach(SettingKey<List<T>> key, java.util.function.BiConsumer<T, Place> check) {
    Setting<List<T>> setting = protocol.get(key);
    List<T> entries = setting.find().orElse(List.of());
    for (int i = 0; i < entries.size(); i++) {
      check.accept(entries.get(i), setting.placeOf(i));
    }
  }
}
