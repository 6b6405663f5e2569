package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.TumourHistory.Place;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.protocol.Dimension;
import org.lodestar.trial.protocol.Reader;

/** Reads what one reader recorded of the tumour; private to one reading. */
final class TumourSheets {
  private static final String TARGET = "target";
  private static final String NON_TARGET = "non-target";

  private final boolean irradiatedExcluded;
  private final Map<String, Derived<LocalDate>> dates = new LinkedHashMap<>();
  private final Map<String, Sheet> assessments = new HashMap<>();
  private final Map<String, List<Sheet>> lesions = new HashMap<>();
  private final Map<Place, List<Input>> sources = new HashMap<>();

  private TumourSheets(Sheets sheets, Reader reader, boolean irradiatedExcluded, LocalDate cutoff) {
    this.irradiatedExcluded = irradiatedExcluded;
    for (Sheet sheet : sheets.readBy(reader, "tumour-assessment")) {
      assessments.put(sheet.visit(), sheet);
    }
    for (Sheet sheet : sheets.readBy(reader, "lesion")) {
      lesions.computeIfAbsent(sheet.visit(), any -> new ArrayList<>()).add(sheet);
    }
    Stream.concat(assessments.keySet().stream(), lesions.keySet().stream())
        .distinct()
        .sorted()
        .forEach(
            visit ->
                date(visit)
                    .filter(day -> !day.get().isAfter(cutoff))
                    .ifPresent(day -> dates.put(visit, day)));
  }

  /**
   * @param firstTreatment the baseline is the last assessment up to this day; before any treatment
   *     it is the first one recorded
   * @param cutoff last day of which assessments count
   */
  static Derived<TumourHistory> read(
      Sheets sheets,
      Reader reader,
      @Nullable LocalDate firstTreatment,
      boolean irradiatedExcluded,
      LocalDate cutoff) {
    return new TumourSheets(sheets, reader, irradiatedExcluded, cutoff).history(firstTreatment);
  }

  private Optional<Derived<LocalDate>> date(String visit) {
    Sheet assessment = assessments.get(visit);
    if (assessment != null && assessment.date("assessed-on").isKnown()) {
      return Optional.of(assessment.date("assessed-on"));
    }
    return lesions.getOrDefault(visit, List.of()).stream()
        .map(lesion -> lesion.date("measured-on"))
        .filter(Derived::isKnown)
        .min(Comparator.comparing(Derived::get));
  }

  private Derived<TumourHistory> history(@Nullable LocalDate firstTreatment) {
    Optional<String> baselineVisit = baselineVisit(firstTreatment);
    if (baselineVisit.isEmpty()) {
      return noBaseline("-", List.copyOf(dates.values()));
    }
    String visit = baselineVisit.get();
    Derived<BaselineDisease> baseline = baseline(visit);
    if (!baseline.isKnown()) {
      return baseline.map(EfficacyRule.SUM, any -> new TumourHistory(any, List.of(), Map.of()));
    }
    LocalDate day = baseline.get().date();
    List<TumourAssessment> later =
        dates.entrySet().stream()
            .filter(entry -> entry.getValue().get().isAfter(day))
            .map(entry -> assessment(entry.getKey(), entry.getValue(), baseline.get()))
            .toList();
    List<Input> all = new ArrayList<>(List.of(baseline));
    sources.values().forEach(all::addAll);
    return Derived.of(
        EfficacyRule.TUMOUR_HISTORY, new TumourHistory(baseline.get(), later, sources), all);
  }

  private static <T> Derived<T> noBaseline(String why, List<? extends Input> inputs) {
    return Derived.missing(
        EfficacyRule.TUMOUR_HISTORY,
        Message.of(EfficacyRule.NO_BASELINE.words(), "why", why),
        inputs);
  }

  private Optional<String> baselineVisit(@Nullable LocalDate firstTreatment) {
    Comparator<Map.Entry<String, Derived<LocalDate>>> byDay =
        Comparator.comparing(entry -> entry.getValue().get());
    Optional<Map.Entry<String, Derived<LocalDate>>> found =
        firstTreatment == null
            ? dates.entrySet().stream().min(byDay)
            : dates.entrySet().stream()
                .filter(entry -> !entry.getValue().get().isAfter(firstTreatment))
                .max(byDay);
    return found.map(Map.Entry::getKey);
  }

  private Derived<BaselineDisease> baseline(String visit) {
    List<TargetLesion> targets = new ArrayList<>();
    List<NonTargetLesion> nonTargets = new ArrayList<>();
    List<Input> all = new ArrayList<>();
    for (Sheet sheet : lesions.getOrDefault(visit, List.of())) {
      String name = sheet.text("lesion").known().orElse("-");
      String organ = sheet.text("organ").known().orElse("-");
      LesionKind kind = kind(sheet);
      List<Input> inputs = source(sheet);
      all.addAll(inputs);
      sources.put(new Place(VisitResponse.BASELINE, name), inputs);
      if (hasRole(sheet, TARGET)) {
        Derived<BigDecimal> diameter = diameterMm(sheet);
        if (diameter.known().filter(mm -> mm.signum() > 0).isEmpty()) {
          return noBaseline(name, inputs);
        }
        targets.add(new TargetLesion(name, organ, kind, diameter.get()));
      } else if (hasRole(sheet, NON_TARGET)) {
        nonTargets.add(new NonTargetLesion(name, organ, kind));
      }
    }
    Derived<LocalDate> day = dates.get(visit);
    if (day == null) {
      return noBaseline(visit, all);
    }
    all.add(day);
    sources.put(new Place(VisitResponse.BASELINE, Place.ASSESSMENT), List.of(day));
    return Derived.of(
        EfficacyRule.TUMOUR_HISTORY, new BaselineDisease(day.get(), targets, nonTargets), all);
  }

  private static boolean hasRole(Sheet sheet, String role) {
    return sheet.text("role").known().filter(role::equals).isPresent();
  }

  private static LesionKind kind(Sheet sheet) {
    return sheet.yes("node").known().orElse(false) ? LesionKind.NODAL : LesionKind.NON_NODAL;
  }

  private static List<Input> source(Sheet sheet) {
    List<Input> inputs = new ArrayList<>();
    for (String item : List.of("role", "status", "diameter", "merged-into", "irradiated")) {
      Derived<String> entered = sheet.text(item);
      if (entered.isKnown() || !entered.inputs().isEmpty()) {
        inputs.add(entered);
      }
    }
    return inputs;
  }

  private TumourAssessment assessment(
      String visit, Derived<LocalDate> day, BaselineDisease baseline) {
    List<Sheet> sheets = lesions.getOrDefault(visit, List.of());
    Map<String, TargetFinding> targets = new HashMap<>();
    Map<String, NonTargetFinding> nonTargets = new HashMap<>();
    List<NewLesion> newLesions = new ArrayList<>();
    List<Input> ofAssessment = new ArrayList<>(List.of(day));
    for (Sheet sheet : sheets) {
      Optional<String> name = sheet.text("lesion").known();
      if (name.isPresent()) {
        sources.put(new Place(visit, name.get()), source(sheet));
        finding(name.get(), sheet, sheets, targets, nonTargets, newLesions);
      }
    }
    Sheet assessment = assessments.get(visit);
    if (assessment != null) {
      asAWhole(assessment, baseline, nonTargets, newLesions, ofAssessment);
    }
    sources.put(new Place(visit, Place.ASSESSMENT), ofAssessment);
    return new TumourAssessment(
        visit, day.get(), targets, nonTargets, newLesions, irradiated(sheets));
  }

  private static Set<String> irradiated(List<Sheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.yes("irradiated").known().orElse(false))
        .flatMap(sheet -> sheet.text("lesion").known().stream())
        .collect(Collectors.toSet());
  }

  private void finding(
      String name,
      Sheet sheet,
      List<Sheet> ofVisit,
      Map<String, TargetFinding> targets,
      Map<String, NonTargetFinding> nonTargets,
      List<NewLesion> newLesions) {
    String status = sheet.text("status").known().orElse("not-evaluable");
    switch (sheet.text("role").known().orElse("")) {
      case TARGET -> targets.put(name, target(name, status, sheet, ofVisit));
      case NON_TARGET -> nonTargets.put(name, nonTarget(status));
      case "new" ->
          certainty(status)
              .ifPresent(
                  c ->
                      newLesions.add(
                          new NewLesion(name, c, diameterMm(sheet).known().orElse(null))));
      default -> {}
    }
  }

  private TargetFinding target(String name, String status, Sheet sheet, List<Sheet> ofVisit) {
    boolean irradiated = sheet.yes("irradiated").known().orElse(false);
    if (irradiated && irradiatedExcluded) {
      return new TargetFinding.NotEvaluable();
    }
    return switch (status) {
      case "measured" -> measured(sheet);
      case "too-small" ->
          diameterMm(sheet).isKnown() ? measured(sheet) : new TargetFinding.TooSmall();
      case "absent", "normal" -> gone(sheet);
      case "split" -> split(name, ofVisit);
      case "merged-into" ->
          sheet
              .text("merged-into")
              .known()
              .<TargetFinding>map(TargetFinding.MergedInto::new)
              .orElseGet(TargetFinding.NotEvaluable::new);
      default -> new TargetFinding.NotEvaluable();
    };
  }

  private static TargetFinding measured(Sheet sheet) {
    return diameterMm(sheet)
        .known()
        .<TargetFinding>map(TargetFinding.Measured::new)
        .orElseGet(TargetFinding.NotEvaluable::new);
  }

  /** A node that is normal may still have a diameter, which counts in the sum. */
  private static TargetFinding gone(Sheet sheet) {
    return diameterMm(sheet)
        .known()
        .<TargetFinding>map(TargetFinding.Measured::new)
        .orElseGet(TargetFinding.Absent::new);
  }

  private static TargetFinding split(String name, List<Sheet> ofVisit) {
    List<BigDecimal> parts = new ArrayList<>();
    for (Sheet part : ofVisit) {
      if (part.text("part-of").known().filter(name::equals).isPresent()) {
        Derived<BigDecimal> diameter = diameterMm(part);
        if (!diameter.isKnown()) {
          return new TargetFinding.NotEvaluable();
        }
        parts.add(diameter.get());
      }
    }
    return parts.isEmpty() ? new TargetFinding.NotEvaluable() : new TargetFinding.Split(parts);
  }

  private static NonTargetFinding nonTarget(String status) {
    return switch (status) {
      case "present", "measured", "too-small", "split", "merged-into" -> NonTargetFinding.PRESENT;
      case "absent" -> NonTargetFinding.ABSENT;
      case "normal" -> NonTargetFinding.NORMAL;
      case "unequivocal-progression" -> NonTargetFinding.UNEQUIVOCAL_PROGRESSION;
      default -> NonTargetFinding.NOT_EVALUABLE;
    };
  }

  private static Optional<NewLesion.Certainty> certainty(String status) {
    return switch (status) {
      case "unequivocal", "measured", "present", "too-small" ->
          Optional.of(NewLesion.Certainty.UNEQUIVOCAL);
      case "equivocal" -> Optional.of(NewLesion.Certainty.EQUIVOCAL);
      case "resolved", "absent" -> Optional.of(NewLesion.Certainty.RESOLVED);
      default -> Optional.empty();
    };
  }

  /** What the reader said of non-target disease and new lesions without listing each. */
  private static void asAWhole(
      Sheet assessment,
      BaselineDisease baseline,
      Map<String, NonTargetFinding> nonTargets,
      List<NewLesion> newLesions,
      List<Input> inputs) {
    Derived<String> nonTarget = assessment.text("non-target");
    if (nonTarget.isKnown()) {
      inputs.add(nonTarget);
      NonTargetFinding finding = ofWhole(nonTarget.get());
      for (NonTargetLesion lesion : baseline.nonTargets()) {
        if (finding == NonTargetFinding.UNEQUIVOCAL_PROGRESSION
            || !nonTargets.containsKey(lesion.id())) {
          nonTargets.put(lesion.id(), finding);
        }
      }
    }
    Derived<String> newLesion = assessment.text("new-lesion");
    if (newLesion.isKnown()) {
      inputs.add(newLesion);
      if (newLesions.isEmpty()) {
        certainty(newLesion.get()).ifPresent(c -> newLesions.add(new NewLesion("new-lesion", c)));
      }
    }
  }

  private static NonTargetFinding ofWhole(String response) {
    return switch (response) {
      case "CR" -> NonTargetFinding.ABSENT;
      case "NON-CR/NON-PD" -> NonTargetFinding.PRESENT;
      case "PD" -> NonTargetFinding.UNEQUIVOCAL_PROGRESSION;
      default -> NonTargetFinding.NOT_EVALUABLE;
    };
  }

  private static Derived<BigDecimal> diameterMm(Sheet sheet) {
    return sheet.measured("diameter", Dimension.LESION_LENGTH);
  }
}
