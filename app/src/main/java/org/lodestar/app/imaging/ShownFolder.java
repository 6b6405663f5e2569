package org.lodestar.app.imaging;

import java.nio.file.Path;
import java.util.Optional;
import org.lodestar.app.imaging.CaseShelf.ShownCase;
import org.lodestar.radiotherapy.dicom.rt.RtCase;

/** One folder of objects that is looked at for itself: nobody's record, and nothing is kept. */
public final class ShownFolder {
  private final String name;
  private final RtCase rt;
  private final KeptCases kept = new KeptCases();

  /**
   * A folder that was read.
   *
   * @param folder where the objects lie; its name stands for them
   */
  public ShownFolder(Path folder, RtCase rt) {
    this.name = folder.toAbsolutePath().normalize().getFileName().toString();
    this.rt = rt;
  }

  /** What the folder is called. */
  public String name() {
    return name;
  }

  /** What it holds. */
  public RtCase rt() {
    return rt;
  }

  /**
   * The case prepared by a trial's rules; empty without image or structures, or of two patients.
   */
  public Optional<ShownCase> find(ReviewRules rules) {
    return rt.isOfOnePatient()
        ? kept.find(rules, () -> ReviewCase.of(rt, rules))
        : Optional.empty();
  }
}
