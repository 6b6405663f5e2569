package org.lodestar.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.app.imaging.FindingWords;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.dicom.rt.CtImage;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.dicom.rt.StructureSet;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of RT objects as the commands of {@code rt} use it. */
final class RtFolder {
  private static final Words NOTHING_THERE =
      new Words("{folder} holds no {what}", "{folder} 中没有{what}");

  private final Path folder;
  private final RtCase rt;
  private final OverlapRule rule;
  private final List<Finding> findings = new ArrayList<>();

  private RtFolder(Path folder, RtCase rt, OverlapRule rule) {
    this.folder = folder;
    this.rt = rt;
    this.rule = rule;
    this.findings.addAll(rt.findings());
  }

  /** Reads a folder; one that is not there is a failure. */
  static RtFolder read(Path folder, OverlapRule rule) {
    if (!Files.isDirectory(folder)) {
      throw CliRule.FOLDER_NOT_FOUND.failure("file", folder.toString());
    }
    return new RtFolder(folder, RtCaseReader.read(folder), rule);
  }

  RtCase rt() {
    return rt;
  }

  CtImage image() {
    return rt.image().orElseThrow(() -> missing("CT"));
  }

  StructureSet structureSet() {
    return rt.structureSets().stream().findFirst().orElseThrow(() -> missing("RTSTRUCT"));
  }

  Failure missing(String what) {
    return new Failure(
        Exit.NOT_FOUND, Message.of(NOTHING_THERE, "folder", folder.toString(), "what", what));
  }

  /** A structure on the slices of the image, by its local or its standard name. */
  Delineation structure(String name) {
    Structure found =
        structureSet()
            .structure(name)
            .or(() -> byStandardName(name))
            .orElseThrow(() -> missing("\"" + name + "\""));
    Delineation drawn = Delineation.of(found, image().grid(), rule);
    findings.addAll(drawn.findings());
    return drawn;
  }

  private Optional<Structure> byStandardName(String standard) {
    return structureSet().regions().stream()
        .map(StructureSet.Region::structure)
        .filter(s -> standardName(s.name()).equals(standard))
        .findFirst();
  }

  /** The standard name of a local one; the local one itself where none is known. */
  static String standardName(String local) {
    return StructureNames.builtIn().match(local).map(StructureNames.Match::standard).orElse(local);
  }

  /** All masks by standard name; a structure whose mask is withheld is left to the findings. */
  Map<String, Mask> masks() {
    Map<String, Mask> masks = new LinkedHashMap<>();
    for (StructureSet.Region region : structureSet().regions()) {
      Delineation drawn = Delineation.of(region.structure(), image().grid(), rule);
      findings.addAll(drawn.findings());
      drawn
          .mask()
          .filter(m -> !m.isEmpty())
          .ifPresent(m -> masks.putIfAbsent(standardName(region.structure().name()), m));
    }
    return masks;
  }

  void add(List<Finding> more) {
    findings.addAll(more);
  }

  /** Puts the findings into an answer. */
  void report(Session session, ObjectNode document, Answer.Builder answer) {
    report(session, findings, document, answer);
  }

  /** Puts findings into an answer. */
  static void report(
      Session session, List<Finding> findings, ObjectNode document, Answer.Builder answer) {
    ArrayNode list = document.putArray("findings");
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : findings.stream().distinct().toList()) {
      list.addObject()
          .put("code", finding.code().name())
          .put("severity", finding.severity().name())
          .put("subject", finding.subject())
          .put("meaning", FindingWords.say(finding, session.language()))
          .put("detail", String.join(", ", finding.values()));
      rows.add(
          List.of(
              session.say(FindingWords.severity(finding.severity())),
              finding.code().name(),
              finding.subject(),
              FindingWords.say(finding, session.language())));
    }
    if (!rows.isEmpty()) {
      answer.table(
          List.of(
              session.say("severity", "严重程度"),
              session.say("finding", "发现"),
              session.say("where", "位置"),
              session.say("what it says", "说明")),
          rows);
    }
  }
}
