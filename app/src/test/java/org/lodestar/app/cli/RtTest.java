package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.exchange.XlsxFile;
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

  /** Five fractions of two beams; the third stopped half-way and completed the next day. */
  private static List<List<String>> deliveries() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Treatment history"));
    rows.add(List.of("Date", "Fraction", "Field", "Planned MU", "Delivered MU", "Machine", "Plan"));
    int[][] sessions = {
      {46083, 1, 250}, {46084, 2, 250}, {46085, 3, 100}, {46086, 3, 150}, {46089, 4, 250}
    };
    for (int[] each : sessions) {
      rows.add(row(each, 1, each[2] == 150 ? 0 : 200, 200));
      rows.add(row(each, 2, each[2], 250));
    }
    return rows;
  }

  private static List<String> row(int[] session, int field, int delivered, int planned) {
    return List.of(
        XlsxFile.day(Integer.toString(session[0])),
        Integer.toString(session[1]),
        Integer.toString(field),
        Integer.toString(planned),
        Integer.toString(delivered),
        "LINAC1",
        "ESO_45");
  }

  private static String file(String name, byte[] bytes) throws IOException {
    return Files.write(temp.resolve(name), bytes).toString();
  }

  @Test
  void aWorkbookOfTheRecordAndVerifySystemTellsTheCourseAlone() throws IOException {
    String list = file("history.xlsx", XlsxFile.of("History", deliveries()));
    Run run = Run.lodestar("rt", "delivery", list, "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"deliveredGy\" : \"7.2\"", "\"wholeFractions\" : 4", "COMPLETED_LATER")
        .contains("2026-03-02", "2026-03-06");
    assertThat(Run.lodestar("rt", "delivery", list, "--lang", "en", "--plain").out())
        .contains("a whole fraction counts as 1.8 Gy");
    assertThat(Run.lodestar("rt", "delivery", list, "--lang", "zh", "--plain").out())
        .contains("未提供计划");
  }

  @Test
  void aWorkbookBesideTheRecordsOfAFolderNamesItsPlanByLabel() throws IOException {
    String list = file("more.xlsx", XlsxFile.of("History", deliveries()));
    Run run = Run.lodestar("rt", "delivery", folder, "--list", list, "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("FRACTION_REPEATED").doesNotContain("RECORD_OF_OTHER_PLAN");
  }

  @Test
  void filesThatAreNoDeliveryListAreRefusedInBothLanguages() throws IOException {
    byte[] good = XlsxFile.of("History", deliveries());
    Map<String, String[]> bad =
        Map.of(
            file("other.xlsx", XlsxFile.of("Doses", List.of(List.of("a", "b"), List.of("1", "2")))),
            new String[] {"is no delivery list", "不是照射清单"},
            file("cut.xlsx", java.util.Arrays.copyOf(good, good.length / 2)),
            new String[] {"is damaged", "已损坏"},
            file("old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}),
            new String[] {"before 2007 or behind a password", "2007 年之前"},
            file("text.csv", "x;y\n1;2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            new String[] {"is no delivery list", "不是照射清单"});
    bad.forEach(
        (file, says) -> {
          Run english = Run.lodestar("rt", "delivery", file, "--lang", "en");
          assertThat(english.code()).as(file).isEqualTo(Exit.INVALID.code());
          assertThat(english.err()).contains(says[0]).hasLineCount(1);
          assertThat(Run.lodestar("rt", "delivery", file, "--lang", "zh").err()).contains(says[1]);
        });
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
  void thePlanningSystemsCurvesAreComparedFigureByFigure() throws Exception {
    String export =
        """
        Structure: 脊髓
        Volume [cm³]: 1
        Dose [Gy]  Ratio of Total Structure Volume [%]
        0 100
        80 0

        Structure: Couch
        Dose [Gy]  Ratio of Total Structure Volume [%]
        0 100
        1 0
        """;
    Path utf8 = Files.writeString(temp.resolve("dvh.txt"), export);
    Path chinese = Files.write(temp.resolve("dvh-gb.txt"), export.getBytes("GB18030"));
    for (Path file : new Path[] {utf8, chinese}) {
      Run run = Run.lodestar("rt", "dvh", folder, "--compare", file.toString(), "--plain");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("脊髓\tD50% Gy\t40.000", "differs", "\tDVH_DIFFERS\t脊髓\t")
          .contains("\"Couch\" of the export has no structure here");
    }
    Run wide =
        Run.lodestar(
            "rt", "dvh", folder, "--compare", utf8.toString(), "--tolerance-gy", "100", "--json");
    assertThat(wide.out()).contains("\"figure\" : \"D50% Gy\"").contains("\"agrees\" : true");
  }

  @Test
  void whatIsNoExportIsRefusedInOneLine() throws Exception {
    Path other = Files.writeString(temp.resolve("other.txt"), "dear colleague");
    Run run = Run.lodestar("rt", "dvh", folder, "--compare", other.toString());
    assertThat(run.code()).isEqualTo(Exit.INVALID.code());
    assertThat(run.err()).contains("is no dose-volume export in text").contains("Structure: name");
    assertThat(Run.lodestar("rt", "dvh", folder, "--compare", temp.resolve("no").toString()).code())
        .isEqualTo(Exit.NOT_FOUND.code());
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
