package org.lodestar.radiotherapy.dicom.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskComparison;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.dicom.TransferSyntax;
import org.lodestar.radiotherapy.margin.MarginMode;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.TargetVolume;
import org.lodestar.radiotherapy.phantom.PhantomCase;

class ReviewStructureSetTest {
  private record Written(RtCase rt, Mask mask, DataSet object) {}

  private static List<PhantomCase.NamedObject> phantom() {
    return PhantomCase.of(
            new PhantomCase.Settings(5, "P-5", 96, 60, LocalDate.of(2026, 3, 2), Set.of()))
        .objects();
  }

  private static Written write(List<PhantomCase.NamedObject> objects) {
    RtCaseReader reader = new RtCaseReader();
    objects.forEach(o -> reader.add(o.object(), o.fileName()));
    RtCase rt = reader.finish();
    CtImage image = rt.image().orElseThrow();
    Delineation gtv =
        Delineation.of(
            rt.structureSets().getFirst().structure("GTV").orElseThrow(),
            image.grid(),
            OverlapRule.ASK);
    TargetVolume ctv =
        TargetVolume.of(
            new TargetVolume.Recipe(
                List.of(new TargetVolume.Part(gtv, Margins.radialAndLongitudinal(5, 30))),
                MarginMode.VOXEL_CENTRE,
                Optional.empty(),
                Map.of()));
    DataSet object =
        ReviewStructureSet.of(
            image,
            objects.getFirst().object(),
            LocalDate.of(2026, 4, 1),
            List.of(new ReviewStructureSet.Region("CTV_4500", ctv.mask(), ctv.recipe())));
    return new Written(rt, ctv.mask(), object);
  }

  @Test
  void whatTheStandardRequiresAndTheSourceLacksIsRefusedByName() {
    Written written = write(phantom());
    RtCase rt = written.rt;
    DataSet nameless = DataSet.builder().text(Tag.PATIENT_ID, "P").build();

    assertThatThrownBy(
            () ->
                ReviewStructureSet.of(
                    rt.image().orElseThrow(),
                    nameless,
                    LocalDate.of(2026, 4, 1),
                    List.of(new ReviewStructureSet.Region("CTV_4500", written.mask, "r"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(0020,000D) is missing, a value is required");
  }

  @Test
  void whatIsWrittenSaysWhatItIsAndReadsBackExactly() {
    Written written = write(phantom());
    byte[] bytes = DicomWriter.bytes(written.object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    RtCaseReader reader = new RtCaseReader();
    phantom().stream()
        .filter(o -> o.fileName().startsWith("CT"))
        .forEach(o -> reader.add(o.object(), o.fileName()));
    reader.add(DicomReader.read(bytes).dataSet(), "QA.dcm");
    RtCase back = reader.finish();
    assertThat(back.findings()).isEmpty();
    StructureSet set = back.structureSets().getFirst();
    assertThat(set.uid()).isNotEqualTo(written.rt.structureSets().getFirst().uid());
    assertThat(written.object.text(Tag.APPROVAL_STATUS)).contains("UNAPPROVED");
    assertThat(
            written
                .object
                .items(Tag.STRUCTURE_SET_ROI_SEQUENCE)
                .getFirst()
                .text(Tag.ROI_DESCRIPTION))
        .hasValueSatisfying(
            d ->
                assertThat(d)
                    .startsWith("Computed for protocol review. Not for treatment planning.")
                    .contains("GTV R5 L5 A5 P5 I30 S30 mm"));
    Delineation drawn =
        Delineation.of(
            set.structure("QA_CTV_4500").orElseThrow(),
            back.image().orElseThrow().grid(),
            OverlapRule.ASK);
    assertThat(drawn.mask()).contains(written.mask);
  }

  @Test
  void dcmdumpReadsEveryFileThatIsWritten(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/dcmdump")), "dcmdump is not installed");
    List<PhantomCase.NamedObject> objects = new ArrayList<>(phantom());
    objects.add(new PhantomCase.NamedObject("QA.dcm", write(phantom()).object));
    List<String> command = new ArrayList<>(List.of("/usr/bin/dcmdump", "-q"));
    for (PhantomCase.NamedObject item : objects) {
      if (!item.fileName().startsWith("CT") || item.fileName().endsWith("0.dcm")) {
        Path file = folder.resolve(item.fileName());
        DicomWriter.write(item.object(), file);
        command.add(file.toString());
      }
    }
    String output = run(command);
    assertThat(output).doesNotContain("E: ").doesNotContain("W: ").contains("QA_CTV_4500");
  }

  @Test
  void plastimatchFillsTheWrittenContoursToTheSameMask(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/plastimatch")), "plastimatch is not installed");
    List<PhantomCase.NamedObject> objects = phantom();
    Written written = write(objects);
    Path in = Files.createDirectories(folder.resolve("in"));
    for (PhantomCase.NamedObject item : objects) {
      if (item.fileName().startsWith("CT")) {
        DicomWriter.write(item.object(), in.resolve(item.fileName()));
      }
    }
    DicomWriter.write(written.object, in.resolve("QA.dcm"));
    Path out = folder.resolve("out");
    run(
        List.of(
            "/usr/bin/plastimatch",
            "convert",
            "--input",
            in.toString(),
            "--output-prefix",
            out.toString(),
            "--prefix-format",
            "nrrd"));
    Mask theirs = nrrd(out.resolve("QA_CTV_4500.nrrd"), written.mask);
    assertThat(MaskComparison.of(theirs, written.mask).dice()).isGreaterThanOrEqualTo(0.999);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static Mask nrrd(Path file, Mask like) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\n\n") + 2;
    byte[] voxels =
        text.substring(0, start).contains("encoding: gzip")
            ? new GZIPInputStream(
                    new java.io.ByteArrayInputStream(bytes, start, bytes.length - start))
                .readAllBytes()
            : java.util.Arrays.copyOfRange(bytes, start, bytes.length);
    Mask.Builder mask = new Mask.Builder(like.grid());
    int columns = like.grid().columns();
    int rows = like.grid().rows();
    for (int at = 0; at < columns * rows * like.grid().slices(); at++) {
      if (voxels[at] != 0) {
        mask.set(at % columns, at / columns % rows, at / (columns * rows));
      }
    }
    return mask.build();
  }
}
