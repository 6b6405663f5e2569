package org.lodestar.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.schedule.Reconsent;

/** Whom to ask for a signature under another version of the consent form. */
final class ConsentTasks {
  private static final Words TITLE = new Words("{state}: version {version}", "{state}：{version} 版");
  private static final Words CONSENT = new Words("consent", "知情同意");
  private static final Words DAYS_LATE = new Words("{days} d overdue", "超期 {days} 天");
  private static final Words DAYS_LEFT = new Words("{days} d left", "剩余 {days} 天");
  private static final Words AT_ONCE = new Words("at once", "立即");
  private static final Words AT_VISIT = new Words("next visit", "下次访视");

  private final TrialWords words;
  private final LocalDate today;

  ConsentTasks(TrialWords words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  /** What presses: overdue, or signed on a form that was not in force. */
  List<Worklist.Task> late(List<Dossier> dossiers) {
    return tasks(dossiers, true);
  }

  /** What is due, the nearest day first. */
  List<Worklist.Task> due(List<Dossier> dossiers) {
    return tasks(dossiers, false);
  }

  private List<Worklist.Task> tasks(List<Dossier> dossiers, boolean late) {
    return dossiers.stream()
        .filter(dossier -> dossier.consents().isWaiting())
        .filter(dossier -> isLate(dossier.consents().now().get()) == late)
        .sorted(Comparator.comparing(dossier -> day(dossier.consents().now().get())))
        .map(dossier -> task(dossier, dossier.consents().now(), late))
        .toList();
  }

  private static boolean isLate(Reconsent reconsent) {
    return reconsent.state() != Reconsent.State.DUE;
  }

  private static LocalDate day(Reconsent reconsent) {
    LocalDate due = reconsent.due();
    return due == null ? LocalDate.MAX : due;
  }

  private Worklist.Task task(Dossier dossier, Derived<Reconsent> asked, boolean late) {
    Reconsent reconsent = asked.get();
    String code = dossier.code().text();
    LocalDate due = reconsent.due();
    return new Worklist.Task(
        late ? "late" : "",
        late ? "hand" : "D",
        late ? "red" : "blue",
        dossier.name(),
        code,
        words.say(CONSENT),
        "/participants/"
            + MatrixReader.address(code, MatrixPlace.RUNNING, "consent", copy(dossier)),
        TrialWords.capital(
            say(TITLE, "state", reconsent.state().words(), "version", reconsent.version())),
        TrialWords.capital(new WhyWords(words).sentence(asked)),
        when(reconsent),
        due == null ? "" : due.toString().substring(5),
        false);
  }

  /** The next copy of the form that is signed whenever it is needed. */
  private static int copy(Dossier dossier) {
    return (int)
            dossier.sheets().of("consent").stream()
                .filter(sheet -> sheet.visit().equals(MatrixPlace.RUNNING))
                .count()
        + 1;
  }

  private String when(Reconsent reconsent) {
    LocalDate due = reconsent.due();
    if (reconsent.state() == Reconsent.State.OUTDATED) {
      return words.say(AT_ONCE);
    }
    if (due == null) {
      return words.say(AT_VISIT);
    }
    long days = ChronoUnit.DAYS.between(today, due);
    return say(days < 0 ? DAYS_LATE : DAYS_LEFT, "days", Math.abs(days));
  }

  private String say(Words sentence, Object... namesAndValues) {
    return Message.of(sentence, namesAndValues).in(words.language());
  }
}
