package org.lodestar.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dicom.rt.CtImage;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.StructureSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Says what a folder of RT objects holds, and everything odd about it. */
@Command(name = "read")
final class RtRead implements Verb {
  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Override
  public Answer run(Session session) {
    RtFolder read = RtFolder.read(folder, OverlapRule.ASK);
    RtCase rt = read.rt();
    ObjectNode document = session.document();
    List<List<String>> rows = new ArrayList<>();
    rt.image().ifPresent(ct -> image(ct, document, rows));
    rt.structureSets().forEach(s -> structures(s, document, rows));
    rt.plans()
        .forEach(
            p ->
                rows.add(
                    List.of(
                        "RTPLAN",
                        p.label(),
                        p.fractionsPlanned()
                            + " fx, "
                            + p.plannedDoseGy().map(d -> d.toPlainString() + " Gy").orElse("?"))));
    rt.doses()
        .forEach(
            d ->
                rows.add(
                    List.of(
                        "RTDOSE",
                        d.summation(),
                        d.dose().map(x -> "%.2f Gy max".formatted(x.dose().maxGy())).orElse("-"))));
    if (!rt.records().isEmpty()) {
      rows.add(List.of("RTRECORD", "", rt.records().size() + ""));
    }
    document.put("plans", rt.plans().size()).put("doses", rt.doses().size());
    document.put("records", rt.records().size());
    Answer.Builder answer = Answer.with(document);
    answer.table(
        List.of(
            session.say("object", "对象"), session.say("name", "名称"), session.say("content", "内容")),
        rows);
    read.report(session, document, answer);
    return answer.exit(rows.isEmpty() ? Exit.NOT_FOUND : Exit.OK).done();
  }

  private static void image(CtImage ct, ObjectNode document, List<List<String>> rows) {
    ObjectNode node = document.putObject("image");
    node.put("columns", ct.grid().columns()).put("rows", ct.grid().rows());
    node.put("slices", ct.grid().slices()).put("position", ct.patientPosition());
    node.put("columnSpacingMm", ct.grid().columnSpacingMm());
    node.put("rowSpacingMm", ct.grid().rowSpacingMm());
    rows.add(List.of("CT", ct.patientPosition(), ct.grid().toString()));
  }

  private static void structures(StructureSet set, ObjectNode document, List<List<String>> rows) {
    var list = document.withArray("structures");
    for (StructureSet.Region region : set.regions()) {
      String name = region.structure().name();
      list.addObject()
          .put("name", name)
          .put("standardName", RtFolder.standardName(name))
          .put("contours", region.structure().contours().size());
      rows.add(
          List.of(
              "ROI",
              name,
              RtFolder.standardName(name) + ", " + region.structure().contours().size()));
    }
  }
}
