package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskComparison;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.rt.ReviewStructureSet;
import org.lodestar.radiotherapy.margin.MarginMode;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.TargetVolume;
import org.lodestar.radiotherapy.review.MarginReview;
import org.lodestar.radiotherapy.review.Verdict;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws a target volume from gross tumour and measures the drawn one against it. */
@Command(name = "margin")
final class RtMargin implements Verb {
  private static final Words SIX_SIDES =
      new Words(
          "a margin is six lengths in mm, right,left,anterior,posterior,inferior,superior, each 0"
              + " to 100; not \"{value}\"",
          "边界为六个长度（mm），依次为右、左、前、后、下、上，各为 0 至 100；“{value}”不符合");

  private static final Words ALONG_BY_VOXELS =
      new Words(
          "a margin along \"{along}\" is measured with --mode VOXEL_CENTRE only; not {mode}",
          "沿“{along}”的边界仅可用 --mode VOXEL_CENTRE 计算；不能用 {mode}");

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--gtv", paramLabel = "NAME", defaultValue = "GTVp")
  String gtv;

  @Option(names = "--node", paramLabel = "NAME")
  @Nullable String node;

  @Option(names = "--mm", paramLabel = "R,L,A,P,I,S", defaultValue = "5,5,5,5,30,30")
  String mm;

  @Option(names = "--node-mm", paramLabel = "R,L,A,P,I,S", defaultValue = "5,5,5,5,5,5")
  String nodeMm;

  @Option(names = "--mode", paramLabel = "MODE", defaultValue = "VOXEL_CENTRE")
  MarginMode mode;

  @Option(names = "--along", paramLabel = "NAME")
  @Nullable String along;

  @Option(names = "--body", paramLabel = "NAME")
  @Nullable String body;

  @Option(names = "--barrier", paramLabel = "NAME")
  List<String> barriers = new ArrayList<>();

  @Option(names = "--drawn", paramLabel = "NAME")
  @Nullable String drawn;

  @Option(names = "--overlap", paramLabel = "RULE", defaultValue = "ASK")
  OverlapRule overlap;

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable Path out;

  @Override
  public Answer run(Session session) throws IOException {
    RtFolder read = RtFolder.read(folder, overlap);
    Delineation gross = read.structure(gtv);
    List<TargetVolume.Part> parts = new ArrayList<>();
    parts.add(new TargetVolume.Part(gross, margins(mm)));
    if (node != null) {
      parts.add(new TargetVolume.Part(read.structure(node), margins(nodeMm)));
    }
    Map<String, Mask> without = new LinkedHashMap<>();
    for (String barrier : barriers) {
      without.put(barrier, mask(read, barrier));
    }
    TargetVolume target = TargetVolume.of(recipe(read, parts, without));
    read.add(target.findings());
    ObjectNode document = session.document();
    Answer.Builder answer = Answer.with(document);
    describe(session, target, document, answer);
    if (drawn != null) {
      compare(session, read, gross, target, document, answer);
    }
    if (out != null) {
      write(read, target);
    }
    read.report(session, document, answer);
    return answer.done();
  }

  private TargetVolume.Recipe recipe(
      RtFolder read, List<TargetVolume.Part> parts, Map<String, Mask> without) {
    if (along != null && mode != MarginMode.VOXEL_CENTRE) {
      throw new Failure(Exit.USAGE, Message.of(ALONG_BY_VOXELS, "along", along, "mode", mode));
    }
    return new TargetVolume.Recipe(
        parts,
        mode,
        Optional.ofNullable(body).map(name -> mask(read, name)),
        without,
        Optional.ofNullable(along).map(name -> new TargetVolume.Guide(name, mask(read, name))));
  }

  private static Margins margins(String text) {
    String[] side = text.split(",");
    try {
      if (side.length == 6) {
        return new Margins(
            Double.parseDouble(side[0]),
            Double.parseDouble(side[1]),
            Double.parseDouble(side[2]),
            Double.parseDouble(side[3]),
            Double.parseDouble(side[4]),
            Double.parseDouble(side[5]));
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(Exit.USAGE, Message.of(SIX_SIDES, "value", text), e);
    }
    throw new Failure(Exit.USAGE, Message.of(SIX_SIDES, "value", text));
  }

  private static Mask mask(RtFolder read, String name) {
    return read.structure(name).mask().orElseThrow(() -> read.missing("\"" + name + "\""));
  }

  private static void describe(
      Session session, TargetVolume target, ObjectNode document, Answer.Builder answer) {
    document.put("recipe", target.recipe()).put("voxels", target.mask().count());
    document.put("volumeCc", target.mask().volumeCc());
    ArrayNode steps = document.putArray("steps");
    List<List<String>> rows = new ArrayList<>();
    for (TargetVolume.Step step : target.steps()) {
      steps
          .addObject()
          .put("step", step.name())
          .put("voxels", step.voxels())
          .put("volumeCc", step.volumeCc());
      rows.add(
          List.of(step.name(), Long.toString(step.voxels()), "%.3f".formatted(step.volumeCc())));
    }
    answer.line(target.recipe());
    answer.table(List.of(session.say("step", "步骤"), session.say("voxels", "体素"), "cc"), rows);
  }

  private void compare(
      Session session,
      RtFolder read,
      Delineation gross,
      TargetVolume target,
      ObjectNode document,
      Answer.Builder answer) {
    Mask theirs = mask(read, java.util.Objects.requireNonNull(drawn));
    MaskComparison comparison = MaskComparison.of(theirs, target.mask());
    document.putObject("drawn").put("dice", comparison.dice()).put("volumeCc", theirs.volumeCc());
    double sliceMm = theirs.grid().thicknessMm(0);
    List<Verdict> verdicts =
        MarginReview.judge(
            gross.mask().orElseThrow(), theirs, margins(mm), sliceMm, List.of(), "--mm");
    RtVerdicts.report(session, verdicts, document, answer);
    answer.line("Dice %.4f".formatted(comparison.dice()));
  }

  private void write(RtFolder read, TargetVolume target) throws IOException {
    Path to = Files.createDirectories(java.util.Objects.requireNonNull(out));
    Path file = to.resolve("QA_REVIEW.dcm");
    if (Files.exists(file)) {
      throw CliRule.FILE_EXISTS.failure("file", file.toString());
    }
    DataSet any = anyObject(read);
    DataSet set =
        ReviewStructureSet.of(
            read.image(),
            any,
            LocalDate.now(ZoneOffset.UTC),
            List.of(new ReviewStructureSet.Region("CTV_4500", target.mask(), target.recipe())));
    DicomWriter.write(set, file);
  }

  /** The patient's attributes are taken from the first object that can be read. */
  private DataSet anyObject(RtFolder read) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(file -> readable(file).stream())
          .findFirst()
          .orElseThrow(() -> read.missing("CT"));
    }
  }

  private static Optional<DataSet> readable(Path file) {
    try {
      return Optional.of(DicomReader.read(file).dataSet());
    } catch (DicomException e) {
      return Optional.empty();
    }
  }
}
