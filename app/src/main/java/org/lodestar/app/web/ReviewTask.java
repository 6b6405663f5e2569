package org.lodestar.app.web;

import java.util.List;
import org.lodestar.trial.efficacy.IndependentReview;
import org.lodestar.trial.fact.Words;

/** What waits for an adjudicator: two independent readers who differ. */
final class ReviewTask {
  private static final Words WHERE = new Words("independent review", "独立影像评估");
  private static final Words TITLE = new Words("Adjudicate between two readers", "裁定两位阅片者");
  private static final Words AGAIN =
      new Words("Adjudicate again: readings have changed", "重新裁定：阅片结果已变化");
  private static final Words WHEN = new Words("open", "待裁定");

  private ReviewTask() {}

  static List<Worklist.Task> of(List<Dossier> dossiers, TrialWords words) {
    return dossiers.stream()
        .flatMap(
            dossier ->
                dossier.review(words.protocol()).stream()
                    .filter(IndependentReview::isPending)
                    .map(review -> task(dossier, review, words)))
        .toList();
  }

  /** What they read is not said here: a worklist is seen by those who may not see efficacy. */
  private static Worklist.Task task(Dossier dossier, IndependentReview review, TrialWords words) {
    var question = review.adjudication().orElseThrow();
    return new Worklist.Task(
        "soon",
        "hand",
        "amber",
        dossier.name(),
        dossier.code().text(),
        words.say(WHERE),
        "/participants/" + dossier.code() + "/readers",
        words.say(question.decision() == null ? TITLE : AGAIN),
        TrialWords.capital(new WhyWords(words).sentence(question.derived())),
        words.say(WHEN),
        "",
        false);
  }
}
