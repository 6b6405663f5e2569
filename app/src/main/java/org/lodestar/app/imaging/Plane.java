package org.lodestar.app.imaging;

/** The three planes through a case; each is spanned by two axes of the image, across and down. */
public enum Plane {
  CORONAL("coronal", 0, 2, 1),
  AXIAL("axial", 0, 1, 2),
  SAGITTAL("sagittal", 1, 2, 0);

  private final String key;
  private final int across;
  private final int down;
  private final int through;

  Plane(String key, int across, int down, int through) {
    this.key = key;
    this.across = across;
    this.down = down;
    this.through = through;
  }

  /** As it is called in addresses and words. */
  public String key() {
    return key;
  }

  /** The image axis that runs from left to right: 0 columns, 1 rows, 2 slices. */
  public int across() {
    return across;
  }

  /** The image axis that runs up and down. */
  public int down() {
    return down;
  }

  /** The image axis that the plane is moved along. */
  public int through() {
    return through;
  }

  /**
   * @throws IllegalArgumentException when no plane is called so
   */
  public static Plane parse(String key) {
    for (Plane plane : values()) {
      if (plane.key.equals(key)) {
        return plane;
      }
    }
    throw new IllegalArgumentException("plane '" + key + "': must be coronal, axial or sagittal");
  }
}
