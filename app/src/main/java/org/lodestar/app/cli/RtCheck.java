package org.lodestar.app.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.review.CaseFigures;
import org.lodestar.radiotherapy.review.Checklist;
import org.lodestar.radiotherapy.review.MarginReview;
import org.lodestar.radiotherapy.review.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Runs the reviewer's checklist over a folder; it proposes, a person decides. */
@Command(name = "check")
final class RtCheck implements Verb {
  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--prescribed", paramLabel = "GY", defaultValue = "45")
  BigDecimal prescribedGy;

  @Option(names = "--fractions", paramLabel = "N", defaultValue = "25")
  int fractions;

  @Option(names = "--overlap", paramLabel = "RULE", defaultValue = "ASK")
  OverlapRule overlap;

  @Override
  public Answer run(Session session) {
    RtFolder read = RtFolder.read(folder, overlap);
    RtCase rt = read.rt();
    Map<String, Mask> masks = read.masks();
    Optional<DeliveredCourse> course =
        rt.plans().isEmpty() || rt.records().isEmpty()
            ? Optional.empty()
            : Optional.of(Delivery.derive(rt.plans(), rt.records(), fractions, RtCheck::isWeekday));
    course.ifPresent(c -> read.add(c.findings()));
    boolean onePatient = !rt.has(FindingCode.PATIENTS_DIFFER);
    CaseFigures figures =
        CaseFigures.of(
            new CaseFigures.Inputs(
                masks,
                onePatient
                    ? rt.planDose().flatMap(d -> d.dose()).map(d -> d.dose())
                    : Optional.empty(),
                rt.plans().size() == 1 ? Optional.of(rt.plans().getFirst()) : Optional.empty(),
                prescribedGy,
                course));
    read.add(figures.findings());
    List<Verdict> verdicts = new ArrayList<>();
    if (masks.containsKey("GTVp") && masks.containsKey("CTV_4500")) {
      verdicts.addAll(margins(masks));
    }
    verdicts.addAll(Checklist.defaults().judge(figures.figures()));
    ObjectNode document = session.document();
    Answer.Builder answer = Answer.with(document);
    RtVerdicts.report(session, verdicts, document, answer);
    read.report(session, document, answer);
    boolean unacceptable =
        verdicts.stream().anyMatch(v -> v.grade() == Verdict.Grade.UNACCEPTABLE_VARIATION);
    return answer.exit(unacceptable || !onePatient ? Exit.INVALID : Exit.OK).done();
  }

  private static List<Verdict> margins(Map<String, Mask> masks) {
    Mask gross = java.util.Objects.requireNonNull(masks.get("GTVp"));
    Mask target = java.util.Objects.requireNonNull(masks.get("CTV_4500"));
    return MarginReview.judge(
        gross,
        target,
        Margins.radialAndLongitudinal(5, 30),
        gross.grid().thicknessMm(0),
        List.of(),
        "registry record");
  }

  static boolean isWeekday(LocalDate day) {
    Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return !weekend.contains(day.getDayOfWeek());
  }
}
