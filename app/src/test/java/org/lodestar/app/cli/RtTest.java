package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;

class RtTest {
  @TempDir static Path temp;
  private static String folder;

  @BeforeAll
  static void writePhantom() throws Exception {
    Path path = Files.createDirectories(temp.resolve("phantom"));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            2,
            "PHANTOM-2",
            96,
            80,
            LocalDate.of(2026, 3, 2),
            Set.of(PhantomCase.Variant.CTV_SHORT_SUPERIORLY));
    for (PhantomCase.NamedObject item : PhantomCase.of(settings).objects()) {
      DicomWriter.write(item.object(), path.resolve(item.fileName()));
    }
    folder = path.toString();
  }

  @Test
  void aShortTargetIsUnacceptableAndEndsWithTheExitOfInvalidData() {
    Run run = Run.lodestar("rt", "check", folder, "--plain");

    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.out()).contains("CTV margin superior\tunacceptable variation");
  }

  @Test
  void theCourseIsToldWithItsGapAndItsAssumptions() {
    Run run = Run.lodestar("rt", "delivery", folder, "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"deliveredGy\" : \"45\"", "2026-03-12", "K 0.9 Gy/day after day 28 (assumed)");
  }

  @Test
  void aMarginIsDrawnAndWrittenForReviewOnly() {
    Path out = temp.resolve("review");
    Run run = Run.lodestar("rt", "margin", folder, "--gtv", "GTV", "--out", out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.resolve("QA_REVIEW.dcm")).exists();
    assertThat(Run.lodestar("rt", "margin", folder, "--mm", "5,5").code())
        .isEqualTo(Exit.USAGE.code());
  }

  @Test
  void aMarginAlongTheOesophagusSaysSoAndIsFlagged() {
    Run run = Run.lodestar("rt", "margin", folder, "--along", "Heart", "--plain");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("along Heart").contains("warning\tCENTRELINE_MODE\tHeart");
    Run contours = Run.lodestar("rt", "margin", folder, "--along", "Heart", "--mode", "SUB_VOXEL");
    assertThat(contours.code()).isEqualTo(Exit.USAGE.code());
    assertThat(contours.err()).contains("--mode VOXEL_CENTRE only; not SUB_VOXEL");
  }

  @Test
  void copiesWithoutThePersonCarryTheCodeOnly() throws Exception {
    Path key = Files.writeString(temp.resolve("key"), "a key of enough length");
    Path out = temp.resolve("copies");
    Run run =
        Run.lodestar(
            "rt",
            "deidentify",
            folder,
            "--code",
            "S-001",
            "--key-file",
            key.toString(),
            "--out",
            out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Run.lodestar("rt", "read", out.toString()).out()).contains("Lung_L");
  }
}
