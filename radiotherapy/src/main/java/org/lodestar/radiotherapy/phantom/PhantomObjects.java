package org.lodestar.radiotherapy.phantom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.radiotherapy.contour.Contour;
import org.lodestar.radiotherapy.contour.Delineation;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.MaskContours;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.radiotherapy.contour.Structure;
import org.lodestar.radiotherapy.contour.Vector;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.dicom.Uids;
import org.lodestar.radiotherapy.dicom.Vr;
import org.lodestar.radiotherapy.margin.Margin;
import org.lodestar.radiotherapy.margin.MarginMode;
import org.lodestar.radiotherapy.margin.Margins;
import org.lodestar.radiotherapy.margin.TargetVolume;
import org.lodestar.radiotherapy.phantom.PhantomCase.NamedObject;
import org.lodestar.radiotherapy.phantom.PhantomCase.Settings;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;

/** The DICOM objects of a phantom case. */
final class PhantomObjects {
  private static final double FIELD_OF_VIEW_MM = 384;
  private static final double SLICE_MM = 3;
  private static final double SHORT_MM = 12;
  private static final double PTV_MARGIN_MM = 7;
  private static final double PRESCRIBED_GY = 45;
  private static final double PLATEAU_MM = 30;
  private static final double NODE_PLATEAU_MM = 25;
  private static final int FRACTIONS = 25;
  private static final int REPLAN_FROM = 14;
  private static final double[] BEAM_DOSE_GY = {0.864, 0.936};
  private static final double[] BEAM_MU = {212.5, 231.25};

  private static final String CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";
  private static final String DOSE_CLASS = "1.2.840.10008.5.1.4.1.1.481.2";
  private static final String SET_CLASS = "1.2.840.10008.5.1.4.1.1.481.3";
  private static final String RECORD_CLASS = "1.2.840.10008.5.1.4.1.1.481.4";
  private static final String PLAN_CLASS = "1.2.840.10008.5.1.4.1.1.481.5";
  private static final String STUDY_CLASS = "1.2.840.10008.3.1.2.3.1";

  private final Settings settings;
  private final Grid grid;
  private final Anatomy anatomy;
  private final SlicePainter painter;
  private final String key;

  PhantomObjects(Settings settings) {
    this.settings = settings;
    double pixel = FIELD_OF_VIEW_MM / settings.size();
    double corner = -(settings.size() - 1) / 2.0 * pixel;
    double low = -(settings.slices() - 1) / 2.0 * SLICE_MM;
    this.grid =
        Grid.axial(
            settings.size(),
            settings.size(),
            settings.slices(),
            new Vector(corner, corner, low),
            pixel,
            SLICE_MM);
    this.anatomy = new Anatomy(grid, settings.seed());
    this.painter = new SlicePainter(grid, anatomy, settings.seed());
    this.key = "lodestar-phantom-" + settings.seed();
  }

  List<NamedObject> all() {
    List<NamedObject> objects = new ArrayList<>();
    for (int k = 0; k < grid.slices(); k++) {
      objects.add(new NamedObject("CT.%03d.dcm".formatted(k), image(k)));
    }
    objects.add(new NamedObject("RS.dcm", structureSet()));
    objects.add(new NamedObject("RP.dcm", plan(1)));
    if (settings.has(Variant.REPLANNED_AT_14)) {
      objects.add(new NamedObject("RP2.dcm", plan(2)));
    }
    objects.add(new NamedObject("RD.dcm", dose()));
    for (int fraction = 1; fraction <= FRACTIONS; fraction++) {
      objects.add(new NamedObject("RT.%02d.dcm".formatted(fraction), record(fraction)));
    }
    return objects;
  }

  private String uid(String what) {
    return Uids.derive(key, what);
  }

  private DataSet.Builder object(String sopClass, String modality, String name, boolean swapped) {
    String id = settings.patientId() + (swapped ? "-OTHER" : "");
    return DataSet.builder()
        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .text(Tag.SOP_CLASS_UID, sopClass)
        .text(Tag.SOP_INSTANCE_UID, uid(name))
        .text(Tag.STUDY_DATE, day(settings.firstDay().minusDays(7)))
        .text(Tag.STUDY_TIME, "080000")
        .text(Tag.ACCESSION_NUMBER, "")
        .text(Tag.MODALITY, modality)
        .text(Tag.MANUFACTURER, "Lodestar phantom, synthetic")
        .text(Tag.REFERRING_PHYSICIAN_NAME, "")
        .text(Tag.PATIENT_NAME, swapped ? "OTHER^PHANTOM" : "PHANTOM^模体")
        .text(Tag.PATIENT_ID, id)
        .text(Tag.PATIENT_BIRTH_DATE, swapped ? "19610101" : "19600101")
        .text(Tag.PATIENT_SEX, "O")
        .text(Tag.STUDY_INSTANCE_UID, uid("study" + (swapped ? "-other" : "")))
        .text(Tag.SERIES_INSTANCE_UID, uid("series-" + modality))
        .text(Tag.STUDY_ID, "1")
        .integers(Tag.SERIES_NUMBER, 1)
        .text(Tag.FRAME_OF_REFERENCE_UID, uid("frame"))
        .text(Tag.POSITION_REFERENCE_INDICATOR, "");
  }

  private static String day(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private DataSet image(int slice) {
    ByteBuffer pixels =
        ByteBuffer.allocate(2 * grid.columns() * grid.rows()).order(ByteOrder.LITTLE_ENDIAN);
    double z = grid.sliceMm(slice);
    for (short hu : painter.slice(slice)) {
      pixels.putShort(hu);
    }
    Vector corner = grid.point(0, 0, z);
    return object(CT_CLASS, "CT", "ct-" + slice, false)
        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .decimals(Tag.SLICE_THICKNESS, SLICE_MM)
        .decimals(Tag.KVP, 120)
        .text(Tag.PATIENT_POSITION, "HFS")
        .integers(Tag.INSTANCE_NUMBER, slice + 1)
        .decimals(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), z)
        .decimals(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .integers(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .integers(Tag.ROWS, grid.rows())
        .integers(Tag.COLUMNS, grid.columns())
        .decimals(Tag.PIXEL_SPACING, grid.rowSpacingMm(), grid.columnSpacingMm())
        .integers(Tag.BITS_ALLOCATED, 16)
        .integers(Tag.BITS_STORED, 16)
        .integers(Tag.HIGH_BIT, 15)
        .integers(Tag.PIXEL_REPRESENTATION, 1)
        .decimals(Tag.RESCALE_INTERCEPT, 0)
        .decimals(Tag.RESCALE_SLOPE, 1)
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels.array())
        .build();
  }

  private Map<Structure, String> structures() {
    Map<Structure, String> all = new LinkedHashMap<>();
    int number = 1;
    for (String name :
        List.of(
            "BODY",
            "GTV",
            "GTVnd",
            "Lung L",
            "Lung R",
            "Heart",
            "Liver",
            "Spinal cord",
            "Esophagus")) {
      String type = name.equals("BODY") ? "EXTERNAL" : name.startsWith("GTV") ? "GTV" : "ORGAN";
      all.put(anatomy.structure(number++, name), type);
    }
    Mask ctv = drawnTarget();
    all.put(new Structure(number++, "CTV 45Gy", MaskContours.trace(ctv)), "CTV");
    Mask ptv = Margin.expand(ctv, Margins.isotropic(PTV_MARGIN_MM));
    all.put(new Structure(number, "PTV 45Gy", MaskContours.trace(ptv)), "PTV");
    return all;
  }

  private Mask drawnTarget() {
    Mask ctv =
        TargetVolume.of(
                new TargetVolume.Recipe(
                    List.of(
                        new TargetVolume.Part(drawn("GTV"), Margins.radialAndLongitudinal(5, 30)),
                        new TargetVolume.Part(drawn("GTVnd"), Margins.isotropic(5))),
                    MarginMode.VOXEL_CENTRE,
                    Optional.empty(),
                    Map.of()))
            .mask();
    if (!settings.has(Variant.CTV_SHORT_SUPERIORLY)) {
      return ctv;
    }
    int top = ctv.bounds().orElseThrow().lastSlice() - (int) Math.round(SHORT_MM / SLICE_MM);
    Mask.Builder kept = new Mask.Builder(grid);
    for (int k = 0; k <= top; k++) {
      for (int row = 0; row < grid.rows(); row++) {
        for (int i = ctv.nextMember(0, row, k); i >= 0; i = ctv.nextMember(i + 1, row, k)) {
          kept.set(i, row, k);
        }
      }
    }
    return kept.build();
  }

  private Delineation drawn(String name) {
    return Delineation.of(anatomy.structure(0, name), grid, OverlapRule.ASK);
  }

  private DataSet structureSet() {
    List<DataSet> rois = new ArrayList<>();
    List<DataSet> contours = new ArrayList<>();
    List<DataSet> observations = new ArrayList<>();
    structures()
        .forEach(
            (structure, type) -> {
              rois.add(
                  DataSet.builder()
                      .integers(Tag.ROI_NUMBER, structure.number())
                      .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, uid("frame"))
                      .text(Tag.ROI_NAME, structure.name())
                      .text(Tag.ROI_GENERATION_ALGORITHM, "MANUAL")
                      .build());
              contours.add(
                  DataSet.builder()
                      .items(
                          Tag.CONTOUR_SEQUENCE,
                          structure.contours().stream().map(this::contour).toList())
                      .integers(Tag.REFERENCED_ROI_NUMBER, structure.number())
                      .build());
              observations.add(
                  DataSet.builder()
                      .integers(Tag.OBSERVATION_NUMBER, structure.number())
                      .integers(Tag.REFERENCED_ROI_NUMBER, structure.number())
                      .text(Tag.RTROI_INTERPRETED_TYPE, type)
                      .text(Tag.ROI_INTERPRETER, "")
                      .build());
            });
    return object(SET_CLASS, "RTSTRUCT", "structures", false)
        .text(Tag.STRUCTURE_SET_LABEL, "ESO_DRAWN")
        .text(Tag.STRUCTURE_SET_DATE, day(settings.firstDay().minusDays(4)))
        .text(Tag.STRUCTURE_SET_TIME, "120000")
        .items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, List.of(referencedFrame()))
        .items(Tag.STRUCTURE_SET_ROI_SEQUENCE, rois)
        .items(Tag.ROI_CONTOUR_SEQUENCE, contours)
        .items(Tag.RTROI_OBSERVATIONS_SEQUENCE, observations)
        .text(Tag.APPROVAL_STATUS, "APPROVED")
        .build();
  }

  private DataSet referencedFrame() {
    List<DataSet> images = new ArrayList<>();
    for (int k = 0; k < grid.slices(); k++) {
      images.add(reference(CT_CLASS, "ct-" + k));
    }
    DataSet series =
        DataSet.builder()
            .text(Tag.SERIES_INSTANCE_UID, uid("series-CT"))
            .items(Tag.CONTOUR_IMAGE_SEQUENCE, images)
            .build();
    DataSet study =
        DataSet.builder()
            .text(Tag.REFERENCED_SOP_CLASS_UID, STUDY_CLASS)
            .text(Tag.REFERENCED_SOP_INSTANCE_UID, uid("study"))
            .items(Tag.RT_REFERENCED_SERIES_SEQUENCE, List.of(series))
            .build();
    return DataSet.builder()
        .text(Tag.FRAME_OF_REFERENCE_UID, uid("frame"))
        .items(Tag.RT_REFERENCED_STUDY_SEQUENCE, List.of(study))
        .build();
  }

  private DataSet reference(String sopClass, String name) {
    return DataSet.builder()
        .text(Tag.REFERENCED_SOP_CLASS_UID, sopClass)
        .text(Tag.REFERENCED_SOP_INSTANCE_UID, uid(name))
        .build();
  }

  private DataSet contour(Contour contour) {
    double[] data = new double[3 * contour.size()];
    for (int i = 0; i < contour.size(); i++) {
      data[3 * i] = contour.point(i).x();
      data[3 * i + 1] = contour.point(i).y();
      data[3 * i + 2] = contour.point(i).z();
    }
    int slice = grid.nearestSlice(contour.point(0).z());
    return DataSet.builder()
        .items(Tag.CONTOUR_IMAGE_SEQUENCE, List.of(reference(CT_CLASS, "ct-" + slice)))
        .text(Tag.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
        .integers(Tag.NUMBER_OF_CONTOUR_POINTS, contour.size())
        .decimals(Tag.CONTOUR_DATA, data)
        .build();
  }

  private DataSet plan(int number) {
    boolean swapped = settings.has(Variant.SWAPPED_PATIENT);
    int fractions =
        !settings.has(Variant.REPLANNED_AT_14)
            ? FRACTIONS
            : number == 1 ? REPLAN_FROM - 1 : FRACTIONS - REPLAN_FROM + 1;
    List<DataSet> shares = new ArrayList<>();
    List<DataSet> beams = new ArrayList<>();
    for (int b = 0; b < BEAM_DOSE_GY.length; b++) {
      shares.add(
          DataSet.builder()
              .decimals(Tag.BEAM_DOSE, BEAM_DOSE_GY[b])
              .decimals(Tag.BEAM_METERSET, BEAM_MU[b])
              .integers(Tag.REFERENCED_BEAM_NUMBER, b + 1)
              .build());
      beams.add(beam(b));
    }
    DataSet group =
        DataSet.builder()
            .integers(Tag.FRACTION_GROUP_NUMBER, 1)
            .integers(Tag.NUMBER_OF_FRACTIONS_PLANNED, fractions)
            .integers(Tag.NUMBER_OF_BEAMS, BEAM_DOSE_GY.length)
            .integers(Tag.NUMBER_OF_BRACHY_APPLICATION_SETUPS, 0)
            .items(Tag.REFERENCED_BEAM_SEQUENCE, shares)
            .build();
    DataSet prescription =
        DataSet.builder()
            .integers(Tag.DOSE_REFERENCE_NUMBER, 1)
            .text(Tag.DOSE_REFERENCE_STRUCTURE_TYPE, "SITE")
            .text(Tag.DOSE_REFERENCE_TYPE, "TARGET")
            .decimals(Tag.TARGET_PRESCRIPTION_DOSE, PRESCRIBED_GY * fractions / FRACTIONS)
            .build();
    return object(PLAN_CLASS, "RTPLAN", "plan-" + number, swapped)
        .text(Tag.RT_PLAN_LABEL, number == 1 ? "ESO_45" : "ESO_45_ADAPT")
        .text(Tag.RT_PLAN_DATE, day(settings.firstDay().minusDays(3)))
        .text(Tag.RT_PLAN_TIME, "120000")
        .text(Tag.RT_PLAN_GEOMETRY, "PATIENT")
        .items(Tag.DOSE_REFERENCE_SEQUENCE, List.of(prescription))
        .items(Tag.FRACTION_GROUP_SEQUENCE, List.of(group))
        .items(Tag.BEAM_SEQUENCE, beams)
        .items(Tag.REFERENCED_STRUCTURE_SET_SEQUENCE, List.of(reference(SET_CLASS, "structures")))
        .text(Tag.APPROVAL_STATUS, "APPROVED")
        .build();
  }

  private static DataSet beam(int b) {
    DataSet start =
        DataSet.builder()
            .integers(Tag.CONTROL_POINT_INDEX, 0)
            .decimals(Tag.NOMINAL_BEAM_ENERGY, 6)
            .decimals(Tag.GANTRY_ANGLE, b == 0 ? 181 : 179)
            .text(Tag.GANTRY_ROTATION_DIRECTION, b == 0 ? "CW" : "CC")
            .decimals(Tag.CUMULATIVE_METERSET_WEIGHT, 0)
            .build();
    return DataSet.builder()
        .text(Tag.TREATMENT_MACHINE_NAME, "LINAC1")
        .text(Tag.PRIMARY_DOSIMETER_UNIT, "MU")
        .integers(Tag.BEAM_NUMBER, b + 1)
        .text(Tag.BEAM_NAME, "Arc" + (b + 1))
        .text(Tag.BEAM_TYPE, "DYNAMIC")
        .text(Tag.RADIATION_TYPE, "PHOTON")
        .text(Tag.TREATMENT_DELIVERY_TYPE, "TREATMENT")
        .integers(Tag.NUMBER_OF_CONTROL_POINTS, 1)
        .items(Tag.CONTROL_POINT_SEQUENCE, List.of(start))
        .build();
  }

  /** A dose that covers the oesophagus around the tumour and falls off with distance. */
  private DataSet dose() {
    int size = 110;
    int frames = Math.max(2, grid.slices() - 2);
    double spacing = 3;
    double corner = -(size - 1) / 2.0 * spacing;
    double low = grid.sliceMm(0) + 1.5;
    double scaling = 1e-3;
    ByteBuffer pixels =
        ByteBuffer.allocate(2 * size * size * frames).order(ByteOrder.LITTLE_ENDIAN);
    double[] offsets = new double[frames];
    for (int f = 0; f < frames; f++) {
      offsets[f] = f * SLICE_MM;
      for (int j = 0; j < size; j++) {
        for (int i = 0; i < size; i++) {
          double gy = gy(corner + i * spacing, corner + j * spacing, low + offsets[f]);
          pixels.putShort((short) Math.round(gy / scaling));
        }
      }
    }
    boolean swapped = settings.has(Variant.SWAPPED_PATIENT);
    return object(DOSE_CLASS, "RTDOSE", "dose", swapped)
        .integers(Tag.INSTANCE_NUMBER, 1)
        .decimals(Tag.IMAGE_POSITION_PATIENT, corner, corner, low)
        .decimals(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .integers(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .integers(Tag.NUMBER_OF_FRAMES, frames)
        .integers(Tag.FRAME_INCREMENT_POINTER, Tag.GRID_FRAME_OFFSET_VECTOR)
        .integers(Tag.ROWS, size)
        .integers(Tag.COLUMNS, size)
        .decimals(Tag.PIXEL_SPACING, spacing, spacing)
        .integers(Tag.BITS_ALLOCATED, 16)
        .integers(Tag.BITS_STORED, 16)
        .integers(Tag.HIGH_BIT, 15)
        .integers(Tag.PIXEL_REPRESENTATION, 0)
        .text(Tag.DOSE_UNITS, "GY")
        .text(Tag.DOSE_TYPE, "PHYSICAL")
        .text(Tag.DOSE_SUMMATION_TYPE, "PLAN")
        .decimals(Tag.GRID_FRAME_OFFSET_VECTOR, offsets)
        .decimals(Tag.DOSE_GRID_SCALING, scaling)
        .items(Tag.REFERENCED_RT_PLAN_SEQUENCE, List.of(reference(PLAN_CLASS, "plan-1")))
        .bytes(Tag.PIXEL_DATA, Vr.OW, pixels.array())
        .build();
  }

  private double gy(double x, double y, double z) {
    if (!anatomy.inBody(x, y, z)) {
      return 0;
    }
    double dx = x - anatomy.oesophagusX(z);
    double dy = y - anatomy.oesophagusY();
    double radial = Math.max(0, Math.hypot(dx, dy) - PLATEAU_MM);
    double shortMm =
        settings.has(Variant.CTV_SHORT_SUPERIORLY) && z > Anatomy.TUMOUR_Z ? SHORT_MM : 0;
    double reach = Anatomy.TUMOUR_HALF + 39 - shortMm;
    double axial = Math.max(0, Math.abs(z - Anatomy.TUMOUR_Z) - reach);
    double distance =
        Math.min(Math.hypot(radial, axial), anatomy.nodeDistance(x, y, z) - NODE_PLATEAU_MM);
    distance = Math.max(0, distance);
    double sagittal = dy * dy / (dx * dx + dy * dy + 1);
    double bath = (0.75 + 0.05 * sagittal) * Math.exp(-distance / (40 + 50 * sagittal));
    double core = Math.exp(-Math.pow(distance / 13, 2));
    double ripple = 1 + 0.015 * Math.sin(x / 9) * Math.cos(y / 7) + 0.01 * Math.sin(z / 13);
    return 1.03 * PRESCRIBED_GY * (core + (1 - core) * bath * Math.exp(-axial / 20)) * ripple;
  }

  private DataSet record(int fraction) {
    boolean second = settings.has(Variant.REPLANNED_AT_14) && fraction >= REPLAN_FROM;
    int number = second ? fraction - REPLAN_FROM + 1 : fraction;
    List<DataSet> beams = new ArrayList<>();
    for (int b = 0; b < BEAM_MU.length; b++) {
      beams.add(
          DataSet.builder()
              .integers(Tag.CURRENT_FRACTION_NUMBER, number)
              .text(Tag.TREATMENT_TERMINATION_STATUS, "NORMAL")
              .decimals(Tag.SPECIFIED_PRIMARY_METERSET, BEAM_MU[b])
              .decimals(Tag.DELIVERED_PRIMARY_METERSET, BEAM_MU[b])
              .text(Tag.TREATMENT_DELIVERY_TYPE, "TREATMENT")
              .integers(Tag.REFERENCED_BEAM_NUMBER, b + 1)
              .build());
    }
    return object(RECORD_CLASS, "RTRECORD", "record-" + fraction, false)
        .integers(Tag.INSTANCE_NUMBER, fraction)
        .items(Tag.TREATMENT_SESSION_BEAM_SEQUENCE, beams)
        .text(Tag.TREATMENT_DATE, day(treatmentDay(fraction)))
        .text(Tag.TREATMENT_TIME, "101500")
        .items(
            Tag.TREATMENT_MACHINE_SEQUENCE,
            List.of(DataSet.builder().text(Tag.TREATMENT_MACHINE_NAME, "LINAC1").build()))
        .items(
            Tag.REFERENCED_RT_PLAN_SEQUENCE,
            List.of(reference(PLAN_CLASS, "plan-" + (second ? 2 : 1))))
        .build();
  }

  /** Weekdays from the first, with the machine down for two of them after fraction 8. */
  private LocalDate treatmentDay(int fraction) {
    LocalDate day = settings.firstDay();
    int weekday = 1;
    int wanted = fraction <= 8 ? fraction : fraction + 2;
    while (weekday < wanted) {
      day = day.plusDays(1);
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      weekday += weekend ? 0 : 1;
    }
    return day;
  }
}
