package org.lodestar.radiotherapy.dicom.rt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/** Follows the links between the objects of a case; each that leads nowhere is a finding. */
final class LinkCheck {
  private final List<Finding> findings;

  LinkCheck(List<Finding> findings) {
    this.findings = findings;
  }

  void check(
      Optional<CtImage> image,
      List<StructureSetReader.Result> structureSets,
      List<Plan> plans,
      List<RtDose> doses) {
    image.ifPresent(ct -> structureSets.forEach(s -> structureSet(s, ct)));
    plans.forEach(p -> plan(p, structureSets));
    doses.forEach(d -> dose(d, plans, image));
  }

  private void structureSet(StructureSetReader.Result read, CtImage image) {
    StructureSet set = read.set();
    String name = set.label().isEmpty() ? "RTSTRUCT" : set.label();
    set.imageSeriesUid()
        .filter(uid -> !uid.equals(image.seriesUid()))
        .ifPresent(uid -> add(FindingCode.SERIES_REFERENCE_UNRESOLVED, name, uid));
    Set<String> images = Set.copyOf(image.imageUids());
    references(name, "RT Referenced Series Sequence", read.seriesReferences(), images);
    references(name, "ROI Contour Sequence", read.contourReferences(), images);
    frame(name, set.frameOfReferenceUid(), image);
  }

  private void references(String name, String kind, Set<String> references, Set<String> images) {
    long resolved = references.stream().filter(images::contains).count();
    if (resolved < references.size()) {
      add(
          FindingCode.IMAGE_REFERENCE_UNRESOLVED,
          name,
          Long.toString(resolved),
          Integer.toString(references.size()),
          kind);
    }
  }

  private void frame(String name, Optional<String> frame, CtImage image) {
    if (frame.isPresent()
        && image.frameOfReferenceUid().isPresent()
        && !frame.equals(image.frameOfReferenceUid())) {
      add(FindingCode.FRAME_OF_REFERENCE_DIFFERS, name, "CT");
    }
  }

  private void plan(Plan plan, List<StructureSetReader.Result> structureSets) {
    plan.structureSetUid()
        .filter(uid -> structureSets.stream().noneMatch(s -> s.set().uid().equals(uid)))
        .ifPresent(uid -> add(FindingCode.STRUCTURE_REFERENCE_UNRESOLVED, plan.label(), uid));
  }

  private void dose(RtDose dose, List<Plan> plans, Optional<CtImage> image) {
    dose.planUid()
        .filter(uid -> plans.stream().noneMatch(p -> p.uid().equals(uid)))
        .ifPresent(uid -> add(FindingCode.PLAN_REFERENCE_UNRESOLVED, "RTDOSE", uid));
    dose.dose()
        .ifPresent(d -> image.ifPresent(ct -> frame(d.label(), d.frameOfReferenceUid(), ct)));
  }

  private void add(FindingCode code, String subject, String... values) {
    findings.add(new Finding(code, subject, values));
  }
}
