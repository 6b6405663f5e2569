package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialIndex.FormRow;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;

/** Reads what the page of one participant shows. */
final class ParticipantReader {
  private static final Words CODE = new Words("Screening code", "筛选号");
  private static final Words SEX_AGE = new Words("Sex, age at consent", "性别、签署时年龄");
  private static final Words STAGE = new Words("Stage", "分期");
  private static final Words ECOG = new Words("ECOG at screening", "筛选期 ECOG");
  private static final Words ENROLLED = new Words("Enrolled", "入组");
  private static final Words FIRST_DOSE = new Words("First treatment", "首次治疗");
  private static final Words STUDY_DAY = new Words("Study day", "研究日");
  private static final Words YEARS = new Words(" years", " 岁");
  private static final Words DIED = new Words("died", "死亡");
  private static final Words COMMA = new Words(", ", "，");
  private static final Words IN_SCREENING = new Words("in screening", "筛选中");

  private final TrialState state;
  private final TrialWords words;
  private final ParticipantCode code;
  private final LocalDate today;
  private final Sheets sheets;
  private final Casebook casebook;

  private ParticipantReader(
      TrialState state, TrialWords words, ParticipantCode code, LocalDate today) {
    this.state = state;
    this.words = words;
    this.code = code;
    this.today = today;
    this.casebook = state.casebook(code);
    this.sheets = new Sheets(casebook, kind -> Kinds.forms(words.protocol(), kind));
  }

  /**
   * @throws NotThere when nobody was registered under this code at the moment
   */
  static ParticipantView read(
      TrialState state, TrialWords words, ParticipantCode code, LocalDate today) {
    if (state.index().enrolment().standing(code) == null) {
      throw new NotThere(code.text());
    }
    return new ParticipantReader(state, words, code, today).read();
  }

  private ParticipantView read() {
    Happenings happenings = Happenings.read(sheets, words);
    Timeline timeline = new Timeline(happenings, words, today);
    List<ParticipantView.VisitForms> visits = visits();
    Standing standing = state.index().enrolment().standing(code);
    return new ParticipantView(
        code.text(),
        standing instanceof Standing.Enrolled enrolled ? enrolled.number() : "",
        standing(standing),
        facts(standing, happenings),
        timeline.whole(),
        timeline.radiotherapy(),
        timeline.radiotherapySays(),
        happenings.table(words.language()),
        visits,
        visits.stream().mapToLong(visit -> visit.forms().size()).sum(),
        visits.stream().mapToLong(ParticipantView.VisitForms::complete).sum());
  }

  private String standing(@Nullable Standing standing) {
    if (!sheets.of("death").isEmpty()) {
      return words.say(DIED);
    }
    return switch (standing) {
      case Standing.Failed failed -> words.say(ScreenFailure.parse(failed.cause()).words());
      case Standing.InScreening ignored -> words.say(IN_SCREENING);
      case null, default -> "";
    };
  }

  private List<ParticipantView.Fact> facts(@Nullable Standing standing, Happenings happenings) {
    List<ParticipantView.Fact> facts = new ArrayList<>();
    add(facts, CODE, Optional.of(code.text()));
    add(facts, SEX_AGE, sexAndAge());
    add(facts, STAGE, stage());
    add(facts, ECOG, first("performance", "ecog"));
    if (standing instanceof Standing.Enrolled enrolled) {
      add(facts, ENROLLED, Optional.of(enrolled.on().toString()));
    }
    Optional<LocalDate> first = happenings.firstTreatment();
    add(facts, FIRST_DOSE, first.map(LocalDate::toString));
    add(
        facts,
        STUDY_DAY,
        first.map(day -> Long.toString(today.toEpochDay() - day.toEpochDay() + 1)));
    return facts;
  }

  private void add(List<ParticipantView.Fact> facts, Words label, Optional<String> value) {
    value.ifPresent(known -> facts.add(new ParticipantView.Fact(words.say(label), known)));
  }

  private Optional<String> sexAndAge() {
    Optional<String> sex = first("demography", "sex");
    Optional<LocalDate> born =
        sheets.of("demography").stream()
            .findFirst()
            .flatMap(sheet -> sheet.date("birth-date").known());
    Optional<LocalDate> consent =
        sheets.of("consent").stream().findFirst().flatMap(sheet -> sheet.date("signed-on").known());
    if (sex.isEmpty() || born.isEmpty() || consent.isEmpty()) {
      return sex;
    }
    int years = Period.between(born.get(), consent.get()).getYears();
    return Optional.of(sex.get() + words.say(COMMA) + years + words.say(YEARS));
  }

  private Optional<String> stage() {
    StringBuilder stage = new StringBuilder();
    for (String part : List.of("t", "n", "m")) {
      sheets.of("staging").stream()
          .findFirst()
          .flatMap(sheet -> sheet.text(part).known())
          .ifPresent(stage::append);
    }
    return stage.isEmpty() ? Optional.empty() : Optional.of("c" + stage);
  }

  /** What the first form of a kind answers to an item, in words. */
  private Optional<String> first(String kind, String item) {
    return sheets.of(kind).stream().findFirst().map(Sheet::form).map(form -> shown(form, item));
  }

  private String shown(FormRecord form, String item) {
    String key = form.instance().form() + "." + item;
    return words.value(key, form.entry(key));
  }

  private List<ParticipantView.VisitForms> visits() {
    Map<String, List<ParticipantView.FormLine>> lines = new LinkedHashMap<>();
    Map<String, Long> complete = new LinkedHashMap<>();
    state.index().forms(code).entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<FormInstance, FormRow> row) -> words.order(row.getKey().visit()))
                .thenComparingInt(row -> words.key(row.getKey().visit()).number())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            row -> {
              String visit = row.getKey().visit();
              lines.computeIfAbsent(visit, any -> new ArrayList<>()).add(line(row));
              complete.merge(visit, row.getValue().complete() ? 1L : 0L, Long::sum);
            });
    List<ParticipantView.VisitForms> visits = new ArrayList<>();
    lines.forEach(
        (visit, forms) ->
            visits.add(
                new ParticipantView.VisitForms(
                    visit, words.visit(visit), forms, complete.getOrDefault(visit, 0L))));
    return visits;
  }

  private ParticipantView.FormLine line(Map.Entry<FormInstance, FormRow> row) {
    FormState now = FormState.of(row.getValue());
    return new ParticipantView.FormLine(
        words.form(row.getKey()),
        "/participants/" + MatrixReader.address(row.getKey()),
        now.shape(),
        words.say(now.words()),
        row.getValue().lastAt().atZone(LogWorkplace.zone(state)).toLocalDate().toString());
  }
}
