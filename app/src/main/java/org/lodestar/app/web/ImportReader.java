package org.lodestar.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lodestar.app.imaging.CaseImport;
import org.lodestar.app.imaging.FindingWords;
import org.lodestar.app.imaging.RecordImport;
import org.lodestar.radiotherapy.dicom.rt.PatientIdentity;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Words;

/** Puts into words what a folder would add to a record. */
record ImportReader(TrialWords words) {
  private static final Words HERS =
      new Words(
          "The objects are this participant’s, as far as the identity vault knows.",
          "据身份库，这些对象属于该受试者。");
  private static final Words ID = new Words("Patient ID", "患者编号");
  private static final Words BORN = new Words("Born", "出生日期");
  private static final Words SEX = new Words("Sex", "性别");
  private static final Words NOT_STATED = new Words("not stated", "未注明");

  ImportView.Found found(CaseImport folder) {
    List<ImportView.Contradiction> conflicts = new ArrayList<>();
    for (RecordImport.Conflict each : folder.adding().conflicts()) {
      conflicts.add(
          new ImportView.Contradiction(
              conflicts.size(),
              words.form(each.instance()),
              words.item(each.item()),
              each.recorded(),
              words.value(each.item(), each.entry())));
    }
    boolean possible =
        folder.refusal().isEmpty() || (folder.isOfOne() && folder.needsSecondPerson());
    return new ImportView.Found(
        folder.name(),
        folder.digest().hex(),
        UUID.randomUUID().toString(),
        folder.rt().patient().map(this::stated).orElse(List.of()),
        folder.refusal().map(this::sentence).orElse(words.say(HERS)),
        possible,
        possible && folder.needsSecondPerson(),
        folder.adding().saves().stream().map(this::addition).toList(),
        folder.adding().unchanged(),
        conflicts,
        folder.rt().findings().stream()
            .distinct()
            .map(each -> FindingWords.line(each, words.language()))
            .toList());
  }

  String sentence(Refusal refusal) {
    return TrialWords.capital(refusal.message().in(words.language()))
        + words.say(new Words(".", "。"));
  }

  private List<ImportView.Stated> stated(PatientIdentity patient) {
    return List.of(
        new ImportView.Stated(words.say(ID), patient.id().orElse(words.say(NOT_STATED))),
        new ImportView.Stated(
            words.say(BORN),
            patient.birthDate().map(LocalDate::toString).orElse(words.say(NOT_STATED))),
        new ImportView.Stated(words.say(SEX), patient.sex().orElse(words.say(NOT_STATED))));
  }

  private ImportView.Addition addition(CaptureCommand.SaveForm save) {
    String values =
        save.items().entrySet().stream()
            .map(
                each ->
                    words.item(each.getKey()) + " " + words.value(each.getKey(), each.getValue()))
            .collect(Collectors.joining(" · "));
    return new ImportView.Addition(words.form(save.instance()), values);
  }
}
