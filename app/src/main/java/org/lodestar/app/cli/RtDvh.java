package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.DvhText;
import org.lodestar.radiotherapy.dose.TargetIndices;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dose-volume figures of every structure of a folder. */
@Command(name = "dvh")
final class RtDvh implements Verb {
  private static final long LARGEST_BYTES = 64L << 20;
  private static final Words TOO_LARGE = new Words("larger than 64 MB", "大于 64 MB");
  private static final Words NO_EXPORT =
      new Words(
          "{file} is no dose-volume export in text: {why}; export cumulative curves with lines"
              + " \"Structure: name\"",
          "{file} 不是剂量体积文本导出文件：{why}；请导出含“Structure: 名称”行的累积曲线");
  private static final Words NOT_IN_FOLDER =
      new Words(
          "\"{structure}\" of the export has no structure here by this name, and is not compared",
          "导出文件中的“{structure}”在此文件夹中没有同名结构，未比较");

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--overlap", paramLabel = "RULE", defaultValue = "ASK")
  OverlapRule overlap;

  @Option(names = "--compare", paramLabel = "FILE")
  @Nullable Path export;

  @Option(names = "--tolerance-gy", paramLabel = "GY", defaultValue = "0.5")
  double toleranceGy;

  @Option(names = "--tolerance-percent", paramLabel = "PERCENT", defaultValue = "3")
  double tolerancePercent;

  @Override
  public Answer run(Session session) throws IOException {
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
    Map<String, Dvh> computed = new HashMap<>();
    for (Map.Entry<String, Mask> entry : read.masks().entrySet()) {
      Dvh dvh = Dvh.of(dose, entry.getValue());
      computed.put(entry.getKey(), dvh);
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
    if (export != null) {
      compare(session, read, export, computed, answer, document);
    }
    read.report(session, document, answer);
    return answer.done();
  }

  /** The planning system's figures beside ours; what differs is a finding. */
  private void compare(
      Session session,
      RtFolder read,
      Path file,
      Map<String, Dvh> computed,
      Answer.Builder answer,
      ObjectNode document)
      throws IOException {
    ArrayNode list = document.putArray("compared");
    List<List<String>> rows = new ArrayList<>();
    for (DvhText.Curve curve : curves(file)) {
      Dvh ours = computed.get(RtFolder.standardName(curve.structure()));
      if (ours == null) {
        answer.line(
            Message.of(NOT_IN_FOLDER, "structure", curve.structure()).in(session.language()));
        continue;
      }
      for (DvhText.Compared each : DvhText.compare(curve, ours, toleranceGy, tolerancePercent)) {
        list.addObject()
            .put("structure", each.structure())
            .put("figure", each.figure())
            .put("theirs", each.theirs())
            .put("ours", each.ours())
            .put("tolerance", each.tolerance())
            .put("agrees", each.agrees());
        rows.add(row(session, each));
        if (!each.agrees()) {
          read.add(List.of(each.finding()));
        }
      }
    }
    answer.table(
        List.of(
            session.say("structure", "结构"),
            session.say("figure", "指标"),
            session.say("there", "计划系统"),
            session.say("here", "本程序"),
            session.say("difference", "差值"),
            ""),
        rows);
  }

  private static List<String> row(Session session, DvhText.Compared each) {
    return List.of(
        each.structure(),
        each.figure(),
        number(each.theirs()),
        number(each.ours()),
        number(each.theirs() - each.ours()),
        each.agrees() ? session.say("agrees", "一致") : session.say("differs", "不一致"));
  }

  private static List<DvhText.Curve> curves(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw CliRule.FILE_NOT_FOUND.failure("file", file.toString());
    }
    if (Files.size(file) > LARGEST_BYTES) {
      throw new Failure(Exit.INVALID, Message.of(NO_EXPORT, "file", file, "why", TOO_LARGE));
    }
    try {
      return DvhText.parse(text(Files.readAllBytes(file)));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Exit.INVALID,
          Message.of(NO_EXPORT, "file", file, "why", String.valueOf(e.getMessage())),
          e);
    }
  }

  /** UTF-8, else GB18030: the two that exports of planning systems here are written in. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
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
