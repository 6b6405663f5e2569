package org.lodestar.radiotherapy.phantom;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.lodestar.radiotherapy.dicom.DataSet;

/**
 * A self-made oesophagus case, 45 Gy in 25 fractions, from a seed; the same seed gives the same
 * bytes. No person was imaged.
 *
 * @param objects CT, structure set, plan, dose and treatment records, each with a file name
 */
public record PhantomCase(List<NamedObject> objects) {
  public PhantomCase {
    objects = List.copyOf(objects);
  }

  /** An object and the name of its file. */
  public record NamedObject(String fileName, DataSet object) {}

  /** What may be wrong with a case, on purpose. */
  public enum Variant {
    /** The drawn CTV ends 12 mm too low. */
    CTV_SHORT_SUPERIORLY,
    /** From fraction 14 on a second plan is treated. */
    REPLANNED_AT_14,
    /** The plan and dose belong to another patient. */
    SWAPPED_PATIENT
  }

  /**
   * What to make.
   *
   * @param seed varies the anatomy
   * @param patientId the phantom's Patient ID
   * @param size columns and rows, 32..512
   * @param slices slices of 3 mm, 20..500
   * @param firstDay day of the first fraction
   * @param variants what is wrong on purpose
   */
  public record Settings(
      long seed,
      String patientId,
      int size,
      int slices,
      LocalDate firstDay,
      Set<Variant> variants) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when a size is out of range
     */
    public Settings {
      variants = Set.copyOf(variants);
      if (size < 32 || size > 512 || slices < 20 || slices > 500) {
        throw new IllegalArgumentException(
            "phantom of %d x %d x %d: must be 32..512 pixels and 20..500 slices"
                .formatted(size, size, slices));
      }
    }

    /** 192 x 192 x 100 voxels, first fraction on Monday 2 March 2026, nothing wrong. */
    public static Settings standard(long seed) {
      return new Settings(seed, "PHANTOM-" + seed, 192, 100, LocalDate.of(2026, 3, 2), Set.of());
    }

    /** The same with variants. */
    public Settings with(Variant... wrong) {
      return new Settings(seed, patientId, size, slices, firstDay, Set.of(wrong));
    }

    boolean has(Variant variant) {
      return variants.contains(variant);
    }
  }

  /** Makes a case. */
  public static PhantomCase of(Settings settings) {
    return new PhantomCase(new PhantomObjects(settings).all());
  }
}
