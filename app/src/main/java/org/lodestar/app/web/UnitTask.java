package org.lodestar.app.web;

import java.util.List;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.UnitQuestion;

/** What waits for the data manager: laboratory values whose unit must be asked for. */
final class UnitTask {
  private static final Words TITLE = new Words("Ask for the unit: {item}", "查询单位：{item}");
  private static final Words WHEN = new Words("not graded", "未分级");

  private UnitTask() {}

  static List<Worklist.Task> of(List<Dossier> dossiers, TrialWords words) {
    return dossiers.stream()
        .flatMap(
            dossier ->
                UnitQuestion.derive(dossier.sheets(), words.protocol().forms()).stream()
                    .map(question -> task(dossier, question, words)))
        .toList();
  }

  private static Worklist.Task task(Dossier dossier, UnitQuestion question, TrialWords words) {
    FormInstance at = question.instance();
    return new Worklist.Task(
        "soon",
        "Q",
        "amber",
        dossier.name(),
        dossier.code().text(),
        words.visit(at.visit()),
        "/participants/"
            + MatrixReader.address(dossier.code().text(), at.visit(), at.form(), at.repeat()),
        Message.of(TITLE, "item", words.item(question.item())).in(words.language()),
        TrialWords.capital(new WhyWords(words).sentence(question.asked())),
        words.say(WHEN),
        "",
        false);
  }
}
