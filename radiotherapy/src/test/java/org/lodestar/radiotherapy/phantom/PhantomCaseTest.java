package org.lodestar.radiotherapy.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.delivery.DeliveredCourse;
import org.lodestar.radiotherapy.delivery.Delivery;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.TransferSyntax;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.radiotherapy.phantom.PhantomCase.Settings;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;
import org.lodestar.radiotherapy.review.CaseFigures;
import org.lodestar.radiotherapy.review.Checklist;
import org.lodestar.radiotherapy.review.MarginReview;
import org.lodestar.radiotherapy.review.Verdict;

/** The whole way from generated files to verdicts, on the phantom and its variants. */
class PhantomCaseTest {
  private static final Predicate<LocalDate> WEEKDAYS =
      d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY;
  private static final Settings SETTINGS =
      new Settings(7, "PHANTOM-7", 128, 100, LocalDate.of(2026, 3, 2), java.util.Set.of());

  private static RtCase read(Settings settings) {
    RtCaseReader reader = new RtCaseReader();
    for (PhantomCase.NamedObject item : PhantomCase.of(settings).objects()) {
      byte[] bytes = DicomWriter.bytes(item.object(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
      reader.add(DicomReader.read(bytes).dataSet(), item.fileName());
    }
    return reader.finish();
  }

  private static Map<String, Mask> masks(RtCase rt) {
    Map<String, Mask> masks = new HashMap<>();
    for (var region : rt.structureSets().getFirst().regions()) {
      String standard =
          StructureNames.builtIn().match(region.structure().name()).orElseThrow().standard();
      masks.put(
          standard,
          Delineation.of(region.structure(), rt.image().orElseThrow().grid(), OverlapRule.ASK)
              .mask()
              .orElseThrow());
    }
    return masks;
  }

  private static Map<String, Verdict> margins(Map<String, Mask> masks) {
    return MarginReview.judge(
            masks.get("GTVp"),
            masks.get("CTV_4500"),
            Margins.radialAndLongitudinal(5, 30),
            3,
            List.of(),
            "registry record")
        .stream()
        .collect(Collectors.toMap(Verdict::key, v -> v));
  }

  @Test
  void aCleanPhantomHasNoFindingAndItsChecklistIsJudged() {
    RtCase rt = read(SETTINGS);
    assertThat(rt.findings()).isEmpty();
    Map<String, Mask> masks = masks(rt);
    assertThat(margins(masks).values())
        .allSatisfy(
            v -> assertThat(v.grade()).as(v.toString()).isEqualTo(Verdict.Grade.ACCEPTABLE));
    DeliveredCourse course = Delivery.derive(rt.plans(), rt.records(), 25, WEEKDAYS);
    CaseFigures figures =
        CaseFigures.of(
            new CaseFigures.Inputs(
                masks,
                rt.planDose().flatMap(d -> d.dose()).map(d -> d.dose()),
                Optional.of(rt.plans().getFirst()),
                new BigDecimal("45"),
                Optional.of(course)));
    Map<String, Verdict> verdicts =
        Checklist.defaults().judge(figures.figures()).stream()
            .collect(Collectors.toMap(Verdict::key, v -> v));
    assertThat(verdicts.get("plan.dose").grade()).isEqualTo(Verdict.Grade.ACCEPTABLE);
    assertThat(verdicts.get("ptv.v95").grade()).isEqualTo(Verdict.Grade.ACCEPTABLE);
    assertThat(verdicts.get("cord.hottest").grade()).isEqualTo(Verdict.Grade.ACCEPTABLE);
    assertThat(verdicts.get("delivery.dose").grade()).isEqualTo(Verdict.Grade.ACCEPTABLE);
    assertThat(verdicts.get("ptv.margin").grade()).isEqualTo(Verdict.Grade.NOT_SPECIFIED);
    assertThat(verdicts.get("patient.qa").grade()).isEqualTo(Verdict.Grade.NOT_MEASURED);
    assertThat(figures.findings())
        .allMatch(
            f -> f.code() == FindingCode.ORGAN_CUT || f.code() == FindingCode.DOSE_GRID_TOO_SMALL);
  }

  @Test
  void theMachineGapIsTwoWorkingDays() {
    RtCase rt = read(SETTINGS);
    DeliveredCourse course = Delivery.derive(rt.plans(), rt.records(), 25, WEEKDAYS);
    assertThat(course.gaps()).containsExactly(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 13));
    assertThat(course.deliveredGy()).isEqualByComparingTo("45");
    assertThat(course.overall().orElseThrow().extraDays()).isEqualTo(4);
  }

  @Test
  void aTargetTwelveMillimetresShortIsUnacceptableOnThatSideOnly() {
    Map<String, Verdict> verdicts =
        margins(masks(read(SETTINGS.with(Variant.CTV_SHORT_SUPERIORLY))));
    assertThat(verdicts.get("ctv.margin.S").grade())
        .isEqualTo(Verdict.Grade.UNACCEPTABLE_VARIATION);
    assertThat(verdicts.get("ctv.margin.S").measured().orElseThrow().value().doubleValue())
        .isLessThanOrEqualTo(30);
    verdicts.remove("ctv.margin.S");
    assertThat(verdicts.values()).allMatch(v -> v.grade() == Verdict.Grade.ACCEPTABLE);
  }

  @Test
  void aReplanIsFollowedFromPlanToPlan() {
    RtCase rt = read(SETTINGS.with(Variant.REPLANNED_AT_14));
    DeliveredCourse course = Delivery.derive(rt.plans(), rt.records(), 25, WEEKDAYS);
    assertThat(course.wholeFractions()).isEqualTo(25);
    assertThat(course.deliveredGy().doubleValue()).isCloseTo(45, within(1e-9));
    assertThat(course.findings()).extracting(f -> f.code()).contains(FindingCode.PLAN_CHANGED);
  }

  @Test
  void aSwappedPatientStops() {
    assertThat(read(SETTINGS.with(Variant.SWAPPED_PATIENT)).has(FindingCode.PATIENTS_DIFFER))
        .isTrue();
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Settings small = new Settings(3, "P", 32, 20, LocalDate.of(2026, 3, 2), java.util.Set.of());
    List<PhantomCase.NamedObject> first = PhantomCase.of(small).objects();
    List<PhantomCase.NamedObject> second = PhantomCase.of(small).objects();
    for (int i = 0; i < first.size(); i++) {
      assertThat(bytes(first.get(i))).isEqualTo(bytes(second.get(i)));
    }
  }

  private static byte[] bytes(PhantomCase.NamedObject item) {
    return DicomWriter.bytes(item.object(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }
}
