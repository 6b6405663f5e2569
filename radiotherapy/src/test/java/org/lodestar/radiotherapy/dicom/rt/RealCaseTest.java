package org.lodestar.radiotherapy.dicom.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.radiotherapy.Json;
import org.lodestar.radiotherapy.Shared;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.dose.DoseGrid;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.radiotherapy.dose.Supersampling;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.radiotherapy.margin.Margin;
import org.lodestar.radiotherapy.margin.Margins;

/** The two real thoracic cases against the reference figures, with the tolerances stated there. */
class RealCaseTest {
  /** The reference counts the duplicated, partly overlapping contours of this lung differently. */
  private static final Map<String, String> AFTER_DUPLICATES =
      Map.of("lung1-001", "1,SUV_primair", "lung1-002", "Lung L");

  private record Loaded(String name, RtCase rt, Object oracle) {
    Delineation delineation(String roi) {
      return Delineation.of(
          rt.structureSets().getFirst().structure(roi).orElseThrow(),
          rt.image().orElseThrow().grid(),
          OverlapRule.EXCLUSION);
    }

    Mask mask(String roi) {
      return delineation(roi).mask().orElseThrow();
    }

    DoseGrid dose() {
      return rt.planDose().orElseThrow().dose().orElseThrow().dose();
    }
  }

  private static final Map<String, Loaded> LOADED = new ConcurrentHashMap<>();

  private static Loaded load(String name) {
    return LOADED.computeIfAbsent(
        name,
        n ->
            new Loaded(
                n, RtCaseReader.read(Shared.path("dicom/" + n)), Shared.oracle(n + ".json")));
  }

  @AfterAll
  static void forget() {
    LOADED.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lung1-001", "lung1-002"})
  void masksVolumesAndHistogramsAgreeWithTheReference(String name) {
    Loaded c = load(name);
    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(c.dose().maxGy()).isCloseTo(Json.number(c.oracle, "dose", "max"), within(1e-4));
    for (Map.Entry<String, Object> entry : Json.object(c.oracle, "structures").entrySet()) {
      if (entry.getKey().equals(AFTER_DUPLICATES.get(name))) {
        continue;
      }
      Delineation drawn = c.delineation(entry.getKey());
      Mask mask = drawn.mask().orElseThrow();
      checkMask(soft, entry, drawn, mask);
      Dvh dvh = Dvh.of(c.dose(), mask);
      checkDvh(
          soft,
          name,
          entry.getKey(),
          dvh,
          Json.get(entry.getValue(), "dvh_ct_voxel_centres"),
          0.05);
    }
    soft.assertAll();
  }

  private static void checkMask(
      SoftAssertions soft, Map.Entry<String, Object> entry, Delineation drawn, Mask mask) {
    double voxels = Json.number(entry.getValue(), "voxels");
    double prism = Json.number(entry.getValue(), "polygon_prism_volume_cc_evenodd");
    soft.assertThat((double) mask.count())
        .as(entry.getKey() + " voxels")
        .isCloseTo(voxels, within(Math.max(25, voxels * 2e-4)));
    soft.assertThat(drawn.prismVolumeCc())
        .as(entry.getKey() + " prism")
        .isCloseTo(prism, within(prism * (prism > 30 ? 0.002 : 0.01)));
    List<?> box = (List<?>) Json.get(entry.getValue(), "bbox_zyx");
    Box bounds = mask.bounds().orElseThrow();
    soft.assertThat(List.of((double) bounds.firstSlice(), (double) bounds.lastSlice()))
        .as(entry.getKey() + " slices")
        .isEqualTo(box.getFirst());
  }

  private static void checkDvh(
      SoftAssertions soft, String caseName, String roi, Dvh dvh, Object oracle, double meanGy) {
    String name = caseName + " " + roi + " ";
    near(soft, name + "mean", dvh.meanGy(), oracle, "Dmean", meanGy);
    near(soft, name + "D50", dvh.atHottestPercent(50), oracle, "D50%", meanGy == 0.05 ? 0.05 : 0.7);
    near(soft, name + "D2", dvh.atHottestPercent(2), oracle, "D2%", 0.3);
    near(soft, name + "D95", dvh.atHottestPercent(95), oracle, "D95%", 0.3);
    near(soft, name + "D98", dvh.atHottestPercent(98), oracle, "D98%", 0.3);
    near(soft, name + "D0.03cc", dvh.atHottestCc(0.03), oracle, "D0.03cc", 0.3);
    double points = roi.equals("Esophagus") ? 0.6 : 0.2;
    near(soft, name + "V5", dvh.percentAtLeast(5), oracle, "V5Gy_pct", points);
    near(soft, name + "V20", dvh.percentAtLeast(20), oracle, "V20Gy_pct", points);
    near(soft, name + "V30", dvh.percentAtLeast(30), oracle, "V30Gy_pct", points);
  }

  private static void near(
      SoftAssertions soft, String name, double value, Object oracle, String key, double tolerance) {
    soft.assertThat(value).as(name).isCloseTo(Json.number(oracle, key), within(tolerance));
  }

  @Test
  void structuresStoredTwiceAreNotEmpty() {
    Loaded c = load("lung1-001");
    Delineation drawn = c.delineation("1,SUV_primair");
    assertThat(drawn.mask().orElseThrow().count()).isEqualTo(43_494);
    assertThat(drawn.prismVolumeCc()).isCloseTo(123.94864, within(0.25));
    assertThat(drawn.findings())
        .anySatisfy(
            f -> {
              assertThat(f.code()).isEqualTo(FindingCode.DUPLICATE_CONTOUR);
              assertThat(f.values().getFirst()).isEqualTo("85");
            });
  }

  @Test
  void nestedContoursWithoutXorTypeAreHolesAndPartialOverlapStops() {
    Loaded c = load("lung1-002");
    Delineation chosen = c.delineation("Lung L");
    assertThat((double) chosen.mask().orElseThrow().count()).isCloseTo(633_389, within(25.0));
    assertThat(chosen.prismVolumeCc()).isCloseTo(1812.98, within(3.6));
    Delineation asked =
        Delineation.of(
            c.rt.structureSets().getFirst().structure("Lung L").orElseThrow(),
            c.rt.image().orElseThrow().grid(),
            OverlapRule.ASK);
    assertThat(asked.mask()).isEmpty();
    assertThat(asked.findings())
        .extracting(f -> f.code())
        .contains(
            FindingCode.PARTIAL_OVERLAP, FindingCode.NESTED_CONTOUR, FindingCode.DUPLICATE_CONTOUR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lung1-001", "lung1-002"})
  void expansionsAreIdenticalToTheReferenceVoxelForVoxel(String name) throws IOException {
    Loaded c = load(name);
    Mask gtv = c.mask("GTV-1");
    Mask patient = c.mask("Patient");
    for (Object expansion : Json.object(c.oracle, "expansions").values()) {
      Object m = Json.get(expansion, "margins_mm");
      Margins margins =
          new Margins(
              Json.number(m, "R"),
              Json.number(m, "L"),
              Json.number(m, "A"),
              Json.number(m, "P"),
              Json.number(m, "I"),
              Json.number(m, "S"));
      Mask grown = Margin.expand(gtv, margins);
      assertThat(grown).as(margins.text()).isEqualTo(readMask(expansion, gtv));
      assertThat((double) grown.count()).isEqualTo(Json.number(expansion, "voxels"));
      assertThat((double) grown.and(patient).count())
          .isEqualTo(Json.number(expansion, "clip", "and Patient"));
      SoftAssertions soft = new SoftAssertions();
      checkDvh(
          soft, name, margins.text(), Dvh.of(c.dose(), grown), Json.get(expansion, "dvh"), 0.05);
      soft.assertAll();
    }
  }

  private static Mask readMask(Object expansion, Mask like) throws IOException {
    Object m = Json.get(expansion, "mask");
    List<?> origin = (List<?>) Json.get(m, "origin_index_zyx");
    List<?> dims = (List<?>) Json.get(m, "dims_zyx");
    Mask.Builder builder = new Mask.Builder(like.grid());
    try (DataInputStream in =
        new DataInputStream(
            new GZIPInputStream(
                Files.newInputStream(Shared.path("oracles/rt/" + Json.get(m, "file")))))) {
      for (int k = 0; k < index(dims, 0); k++) {
        for (int j = 0; j < index(dims, 1); j++) {
          for (int i = 0; i < index(dims, 2); i++) {
            if (in.readByte() != 0) {
              builder.set(i + index(origin, 2), j + index(origin, 1), k + index(origin, 0));
            }
          }
        }
      }
    }
    return builder.build();
  }

  private static int index(List<?> list, int at) {
    return ((Number) list.get(at)).intValue();
  }

  @Test
  void samplingBelowTheVoxelAgreesWithTheFineReference() {
    Loaded c = load("lung1-001");
    SoftAssertions soft = new SoftAssertions();
    for (String roi : List.of("GTV-1", "CTV-1", "PTV-1", "Spinal cord")) {
      Object fine = Json.get(c.oracle, "structures", roi, "dvh_fine");
      Dvh dvh = Supersampling.FINE.dvh(c.dose(), c.delineation(roi));
      checkDvh(soft, "fine", roi, dvh, fine, 0.1);
      soft.assertThat(dvh.maxGy()).isCloseTo(Json.number(fine, "Dmax"), within(1.3));
    }
    soft.assertAll();
  }

  @Test
  void lungsTogetherAndWithoutTumourAgreeWithTheReference() {
    Loaded c = load("lung1-001");
    Mask lungs = c.mask("Lung L").or(c.mask("Lung R"));
    SoftAssertions soft = new SoftAssertions();
    Object both = Json.get(c.oracle, "derived", "Lungs (L or R)", "dvh");
    checkDvh(soft, "lungs", "Lungs", Dvh.of(c.dose(), lungs), both, 0.05);
    Object without = Json.get(c.oracle, "derived", "Lungs minus all GTV", "dvh");
    checkDvh(
        soft, "lungs", "Lungs-GTV", Dvh.of(c.dose(), lungs.minus(c.mask("GTV-1"))), without, 0.05);
    soft.assertAll();
  }

  @Test
  void brokenLinksOfRealFilesAreFoundAndTheFilesStillRead() {
    RtCase rt = load("lung1-001").rt;
    assertThat(rt.has(FindingCode.PLAN_REFERENCE_UNRESOLVED)).isTrue();
    assertThat(rt.has(FindingCode.STRUCTURE_REFERENCE_UNRESOLVED)).isTrue();
    assertThat(rt.has(FindingCode.FRAME_OF_REFERENCE_MISSING)).isTrue();
    assertThat(rt.has(FindingCode.SEVERAL_FRACTION_GROUPS)).isTrue();
    assertThat(rt.has(FindingCode.PRESCRIPTION_MISSING)).isTrue();
    assertThat(rt.has(FindingCode.APPROVAL_MISSING)).isTrue();
    assertThat(rt.has(FindingCode.FRAME_OF_REFERENCE_DIFFERS)).isFalse();
    assertThat(rt.has(FindingCode.PATIENTS_DIFFER)).isFalse();
    assertThat(rt.findings())
        .anySatisfy(
            f -> assertThat(f.values()).containsExactly("0", "134", "ROI Contour Sequence"));
    assertThat(rt.plans().getFirst().fractionsPlanned()).isEqualTo(10);
    assertThat(rt.plans().getFirst().beams().stream().filter(b -> b.setup())).hasSize(2);
  }

  @Test
  void bigEndianRleAndPlainDoseFilesHoldTheSameDose() {
    DoseGrid plain = dose("rtdose.dcm");
    for (String other : List.of("rtdose_expb.dcm", "rtdose_rle.dcm")) {
      DoseGrid dose = dose(other);
      assertThat(dose.maxGy()).as(other).isEqualTo(plain.maxGy()).isGreaterThan(0);
      for (int f = 0; f < plain.grid().slices(); f++) {
        for (int j = 0; j < plain.grid().rows(); j++) {
          for (int i = 0; i < plain.grid().columns(); i++) {
            assertThat(dose.gy(i, j, f)).isEqualTo(plain.gy(i, j, f));
          }
        }
      }
    }
  }

  private static DoseGrid dose(String file) {
    RtCaseReader reader = new RtCaseReader();
    DataSet stored = DicomReader.read(Shared.path("dicom/small/" + file)).dataSet();
    reader.add(DataSet.builder().all(stored).text(Tag.DOSE_UNITS, "GY").build(), file);
    RtCase rt = reader.finish();
    return rt.doses().getFirst().dose().orElseThrow(() -> new AssertionError(rt.findings())).dose();
  }

  @Test
  void everyDefectiveFileGivesCodedFindingsOrAOneLineError() throws IOException {
    RtCase defects = RtCaseReader.read(Shared.path("dicom/defects"));
    try (Stream<java.nio.file.Path> files = Files.list(Shared.path("dicom/defects"))) {
      files
          .map(f -> f.getFileName().toString())
          .forEach(
              name ->
                  assertThat(defects.findings())
                      .as(name)
                      .anyMatch(f -> f.subject().equals(name) && !f.text().contains("\n")));
    }
    assertThat(defects.findings().stream().filter(unreadable()).map(f -> f.subject()))
        .contains("rtplan_truncated.dcm");
    assertThat(defects.findings())
        .anySatisfy(
            f ->
                assertThat(f.text())
                    .startsWith("INVALID_VALUE [badVR.dcm] NO_DECIMAL")
                    .endsWith("1A"));
  }

  private static Predicate<org.lodestar.radiotherapy.finding.Finding> unreadable() {
    return f -> f.code() == FindingCode.UNREADABLE_FILE;
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "pycerr-pat2", "lung1-001-original-slices", "synthetic-course"})
  void everyOtherSharedFileIsRead(String folder) {
    RtCase rt = RtCaseReader.read(Shared.path("dicom/" + folder));
    assertThat(rt.findings()).noneMatch(unreadable());
  }
}
