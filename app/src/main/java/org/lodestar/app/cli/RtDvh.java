package org.lodestar.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.TargetIndices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dose-volume figures of every structure of a folder. */
@Command(name = "dvh")
final class RtDvh implements Verb {
  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--overlap", paramLabel = "RULE", defaultValue = "ASK")
  OverlapRule overlap;

  @Override
  public Answer run(Session session) {
    RtFolder read = RtFolder.read(folder, overlap);
    DoseGrid dose =
        read.rt()
            .planDose()
            .flatMap(d -> d.dose())
            .map(d -> d.dose())
            .orElseThrow(() -> read.missing("RTDOSE"));
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("structures");
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, Mask> entry : read.masks().entrySet()) {
      Dvh dvh = Dvh.of(dose, entry.getValue());
      describe(entry.getKey(), dvh, TargetIndices.isCut(entry.getValue()), list.addObject());
      rows.add(
          List.of(
              entry.getKey(),
              number(dvh.volumeCc()),
              number(dvh.meanGy()),
              number(dvh.atHottestPercent(98)),
              number(dvh.atHottestPercent(95)),
              number(dvh.atHottestPercent(50)),
              number(dvh.atHottestPercent(2)),
              number(dvh.atHottestCc(0.03)),
              number(dvh.percentAtLeast(5)),
              number(dvh.percentAtLeast(20))));
    }
    Answer.Builder answer = Answer.with(document);
    answer.table(
        List.of(
            session.say("structure", "结构"),
            "cc",
            session.say("mean Gy", "平均 Gy"),
            "D98%",
            "D95%",
            "D50%",
            "D2%",
            "D0.03cc",
            "V5 %",
            "V20 %"),
        rows);
    read.report(session, document, answer);
    return answer.done();
  }

  private static String number(double value) {
    return String.format(java.util.Locale.ROOT, "%.3f", value);
  }

  private static void describe(String name, Dvh dvh, boolean cut, ObjectNode node) {
    node.put("name", name).put("volumeCc", dvh.volumeCc()).put("meanGy", dvh.meanGy());
    node.put("minGy", dvh.minGy()).put("maxGy", dvh.maxGy());
    for (int percent : new int[] {98, 95, 50, 2}) {
      node.put("d" + percent + "Gy", dvh.atHottestPercent(percent));
    }
    node.put("d0.03ccGy", dvh.atHottestCc(0.03)).put("d1ccGy", dvh.atHottestCc(1));
    for (int gy : new int[] {5, 20, 30, 40}) {
      node.put("v" + gy + "Percent", dvh.percentAtLeast(gy));
    }
    node.put("outsideShare", dvh.outsideShare()).put("cut", cut);
  }
}
