package org.lodestar.radiotherapy.dicom.rt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.delivery.TreatmentRecord;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomFault;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/**
 * Reads a folder of RT objects, a few files at a time, into one case.
 *
 * <p>A file that cannot be read, a link that leads nowhere, a value that is impossible: each
 * becomes a finding, and the rest is still read. Contours are matched to the image by frame of
 * reference and position, since image references are broken in many real files.
 */
public final class RtCaseReader {
  private static final int MOST_FILES = 20_000;
  private static final int DEEPEST = 6;

  /** Files that are parsed at the same time; their bytes go as soon as they were taken. */
  private static final int AT_A_TIME = 16;

  private final List<Finding> findings = new ArrayList<>();
  private final CtReader images = new CtReader(findings);
  private final List<StructureSetReader.Result> structureSets = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<Attributes> doseObjects = new ArrayList<>();
  private final List<TreatmentRecord> records = new ArrayList<>();
  private final List<PatientIdentity> patients = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * Reads all files of a folder and the folders in it.
   *
   * @throws DicomException when the folder cannot be listed or holds more than 20,000 files
   */
  public static RtCase read(Path folder) {
    RtCaseReader reader = new RtCaseReader();
    List<Path> files = files(folder);
    for (int from = 0; from < files.size(); from += AT_A_TIME) {
      files.subList(from, Math.min(files.size(), from + AT_A_TIME)).parallelStream()
          .map(Parsed::of)
          .toList()
          .forEach(reader::add);
    }
    return reader.finish();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder.toRealPath(), DEEPEST)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1L).toList();
      if (files.size() > MOST_FILES) {
        throw new DicomException(DicomFault.FOLDER_TOO_LARGE, MOST_FILES);
      }
      return files;
    } catch (IOException e) {
      throw DicomException.because(e, DicomFault.FOLDER_NOT_LISTED, e.getClass().getSimpleName());
    }
  }

  /** What became of a file: its data set, or why there is none. */
  private record Parsed(String name, Optional<DataSet> object, List<String> trouble) {
    static Parsed of(Path file) {
      String name = file.getFileName().toString();
      try {
        return new Parsed(name, Optional.of(DicomReader.read(file).dataSet()), List.of());
      } catch (DicomException e) {
        return new Parsed(name, Optional.empty(), e.values());
      }
    }
  }

  private void add(Parsed file) {
    if (file.object().isEmpty()) {
      findings.add(new Finding(FindingCode.UNREADABLE_FILE, file.name(), file.trouble()));
      return;
    }
    try {
      add(file.object().get(), file.name());
    } catch (DicomException e) {
      findings.add(new Finding(FindingCode.UNREADABLE_FILE, file.name(), e.values()));
    }
  }

  /** Takes one object that was read already, with a name for findings. */
  public void add(DataSet object, String name) {
    Attributes attributes = new Attributes(object, name, findings);
    String uid = attributes.textOr(Tag.SOP_INSTANCE_UID, "");
    if (uid.isEmpty()) {
      attributes.add(FindingCode.MISSING_ATTRIBUTE, "SOP Instance UID (0008,0018)");
    } else if (!seen.add(uid)) {
      attributes.add(FindingCode.DUPLICATE_OBJECT, uid);
      return;
    }
    patient(attributes);
    switch (attributes.textOr(Tag.MODALITY, "")) {
      case "CT" -> images.add(attributes);
      case "RTSTRUCT" -> structureSets.add(StructureSetReader.read(attributes));
      case "RTPLAN" -> plans.add(PlanReader.plan(attributes));
      case "RTDOSE" -> doseObjects.add(attributes);
      case "RTRECORD" -> records.addAll(PlanReader.records(attributes));
      default ->
          attributes.add(FindingCode.UNSUPPORTED_OBJECT, attributes.textOr(Tag.MODALITY, ""));
    }
  }

  private void patient(Attributes object) {
    PatientIdentity identity =
        new PatientIdentity(
            object.text(Tag.PATIENT_ID),
            object.text(Tag.PATIENT_NAME),
            object.date(Tag.PATIENT_BIRTH_DATE),
            object.text(Tag.PATIENT_SEX));
    if (patients.stream().noneMatch(identity::equals)) {
      patients.add(identity);
    }
  }

  /** The case made of all objects taken. */
  public RtCase finish() {
    Optional<String> series =
        structureSets.stream().flatMap(s -> s.set().imageSeriesUid().stream()).findFirst();
    Optional<CtImage> image = images.image(series);
    List<RtDose> doses =
        doseObjects.stream().map(o -> DoseReader.read(o, image.map(CtImage::seriesUid))).toList();
    new LinkCheck(findings).check(image, structureSets, plans, doses);
    reportPatients();
    records.sort(Comparator.comparing(TreatmentRecord::date));
    return new RtCase(
        patients.stream().findFirst(),
        image,
        structureSets.stream().map(StructureSetReader.Result::set).toList(),
        plans,
        doses,
        records,
        findings);
  }

  private void reportPatients() {
    for (PatientIdentity patient : patients) {
      if (!patient.agreesWith(patients.getFirst())) {
        findings.add(
            new Finding(
                FindingCode.PATIENTS_DIFFER, "PatientID", Integer.toString(patients.size())));
        return;
      }
    }
  }
}
