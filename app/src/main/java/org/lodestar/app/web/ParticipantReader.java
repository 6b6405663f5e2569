package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.efficacy.EndoscopicResponse;
import org.lodestar.trial.efficacy.IndependentReview;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.SeriousReport;
import org.lodestar.trial.schedule.FormStatus;
import org.lodestar.trial.schedule.Reconsent;
import org.lodestar.trial.schedule.SignedConsent;
import org.lodestar.trial.treatment.DayOne;
import org.lodestar.trial.treatment.Hold;

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

  private static final Words CLOCK = new Words("SAE: report by {due}", "SAE：{due} 前报告");
  private static final Words FRACTION =
      new Words("fraction {number} of {total} today", "今日第 {number}/{total} 次放疗");
  private static final Words CONSENT =
      new Words("{state}: version {version}", "{state}：{version} 版");
  private static final Words OVERDUE = new Words("{number} overdue", "{number} 项超期");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final TrialState state;
  private final TrialWords words;
  private final Dossier dossier;
  private final LocalDate today;
  private final Sheets sheets;

  private ParticipantReader(TrialState state, TrialWords words, Dossier dossier) {
    this.state = state;
    this.words = words;
    this.dossier = dossier;
    this.today = dossier.today();
    this.sheets = dossier.sheets();
  }

  /**
   * @throws NotThere when nobody was registered under this code at the moment
   */
  static ParticipantView read(
      TrialState state,
      TrialWords words,
      Dossiers dossiers,
      ParticipantCode code,
      LocalDate today) {
    if (state.index().enrolment().standing(code) == null) {
      throw new NotThere(code.text());
    }
    Dossier dossier = dossiers.of(state, words.protocol(), code, today);
    return new ParticipantReader(state, words, dossier).read();
  }

  private ParticipantView read() {
    Happenings happenings = Happenings.read(dossier, words);
    Timeline timeline = new Timeline(happenings, dossier.schedule(), words, today);
    ParticipantForms forms =
        new ParticipantForms(
            dossier, state.index().forms(dossier.code()), words, LogWorkplace.zone(state));
    List<ParticipantView.VisitForms> visits = forms.visits();
    return new ParticipantView(
        dossier.code().text(),
        dossier.isEnrolled() ? dossier.name() : "",
        standing(dossier.standing()),
        badges(),
        facts(dossier.standing(), happenings),
        timeline.whole(),
        weeks(happenings),
        courseSays(),
        !EndoscopicResponse.derive(sheets).isEmpty(),
        IndependentReview.exists(sheets),
        TrialWords.capital(new WhyWords(words).sentence(dossier.consents().now())),
        EventLine.of(dossier, words),
        happenings.table(words.language()),
        visits,
        forms.planned(),
        visits.stream().mapToLong(visit -> visit.forms().size()).sum(),
        visits.stream().mapToLong(ParticipantView.VisitForms::complete).sum());
  }

  private String weeks(Happenings happenings) {
    return dossier
        .schedule()
        .radiotherapy()
        .known()
        .filter(course -> !course.delivered().isEmpty())
        .map(
            course ->
                new CourseWeeks(
                        course, happenings, happenings.holds(DayOne.RADIOTHERAPY), words, today)
                    .picture())
        .orElse("");
  }

  private String courseSays() {
    return dossier
        .schedule()
        .radiotherapy()
        .known()
        .flatMap(course -> CourseDrift.describe(course, words.protocol()))
        .map(
            sentences ->
                sentences.stream()
                    .map(sentence -> sentence.in(words.language()))
                    .collect(Collectors.joining()))
        .orElse("");
  }

  private List<ParticipantView.Badge> badges() {
    List<ParticipantView.Badge> badges = new ArrayList<>();
    for (SeriousReport report : dossier.runningClocks()) {
      badges.add(badge("r", "hand", Message.of(CLOCK, "due", MOMENT.format(report.due().get()))));
    }
    dossier
        .consents()
        .now()
        .known()
        .filter(each -> each.state().isWaiting())
        .ifPresent(each -> badges.add(consent(each)));
    long overdue =
        dossier.forms().waiting().stream()
            .filter(standing -> standing.status() == FormStatus.OVERDUE)
            .count();
    if (overdue > 0) {
      badges.add(badge("r", "O", Message.of(OVERDUE, "number", overdue)));
    }
    for (Derived<Hold> hold : dossier.holds()) {
      badges.add(badge("a", "hold", HoldLine.says(dossier, hold.get(), words)));
    }
    boolean held =
        dossier.holds().stream().anyMatch(h -> h.get().subject().equals(DayOne.RADIOTHERAPY));
    dossier
        .courseUnderWay()
        .filter(course -> !held && course.remaining().dates().contains(today))
        .ifPresent(
            course ->
                badges.add(
                    badge(
                        "b",
                        "D",
                        Message.of(
                            FRACTION,
                            "number",
                            course.completed() + 1,
                            "total",
                            course.planned().fractions().size()))));
    return badges;
  }

  private ParticipantView.Badge consent(Reconsent reconsent) {
    boolean due = reconsent.state() == Reconsent.State.DUE;
    return badge(
        due ? "b" : "r",
        due ? "D" : "hand",
        Message.of(CONSENT, "state", reconsent.state().words(), "version", reconsent.version()));
  }

  private ParticipantView.Badge badge(String kind, String shape, Message says) {
    return new ParticipantView.Badge(kind, shape, TrialWords.capital(says.in(words.language())));
  }

  private String standing(@Nullable Standing standing) {
    return sheets.of("death").isEmpty() ? screening(standing, words) : words.say(DIED);
  }

  /** How screening stands or ended; empty for who was enrolled. */
  static String screening(@Nullable Standing standing, TrialWords words) {
    return switch (standing) {
      case Standing.Failed failed -> words.say(ScreenFailure.parse(failed.cause()).words());
      case Standing.InScreening ignored -> words.say(IN_SCREENING);
      case null, default -> "";
    };
  }

  private List<ParticipantView.Fact> facts(@Nullable Standing standing, Happenings happenings) {
    List<ParticipantView.Fact> facts = new ArrayList<>();
    add(facts, CODE, Optional.of(dossier.code().text()));
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
        SignedConsent.read(sheets).stream().findFirst().map(first -> first.on().get());
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
}
