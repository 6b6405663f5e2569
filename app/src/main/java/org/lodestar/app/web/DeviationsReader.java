package org.lodestar.app.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestar.trial.deviation.Deviation;
import org.lodestar.trial.deviation.Severity;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Cohort;
import org.lodestar.trial.report.DeviationTables;
import org.lodestar.trial.report.Member;
import org.lodestar.trial.report.SetTables;

/** Reads what the page of deviations shows. */
final class DeviationsReader {
  private static final Words MAJOR = new Words("Major", "重大偏离");
  private static final Words MINOR = new Words("Minor", "轻微偏离");

  private final Cohort cohort;
  private final TrialWords words;

  DeviationsReader(Cohort cohort, TrialWords words) {
    this.cohort = cohort;
    this.words = words;
  }

  DeviationsView read() {
    return new DeviationsView(
        Arrays.stream(Severity.values())
            .sorted(Comparator.reverseOrder())
            .map(severity -> new DeviationsView.Severe(words.say(title(severity)), lines(severity)))
            .toList(),
        Stream.of(DeviationTables.byRule(cohort), SetTables.of(cohort))
            .map(table -> TableView.of(table, words.language()))
            .toList());
  }

  private static Words title(Severity severity) {
    return switch (severity) {
      case MAJOR -> MAJOR;
      case MINOR -> MINOR;
    };
  }

  private List<FoundLine> lines(Severity severity) {
    return cohort.members().stream()
        .flatMap(
            member ->
                member.deviations().stream()
                    .filter(found -> found.get().severity() == severity)
                    .map(found -> line(member, found)))
        .sorted(Comparator.comparing(FoundLine::day).reversed())
        .toList();
  }

  private FoundLine line(Member member, Derived<Deviation> found) {
    boolean major = found.get().severity() == Severity.MAJOR;
    return new FoundLine(
        "O",
        major ? "red" : "amber",
        member.number(),
        member.code().text(),
        found.get().on().toString(),
        TrialWords.capital(new WhyWords(words).sentence(found)),
        SafetyReader.why("/deviations", member.code().text(), found.get().subject()));
  }
}
