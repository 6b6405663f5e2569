package org.lodestar.radiotherapy.dicom;

/** The transfer syntaxes that are read; RLE and big endian are read, never written. */
public enum TransferSyntax {
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", false, false),
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", true, false),
  DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", true, false),
  EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", true, true),
  RLE_LOSSLESS("1.2.840.10008.1.2.5", true, false);

  private final String uid;
  private final boolean explicit;
  private final boolean bigEndian;

  TransferSyntax(String uid, boolean explicit, boolean bigEndian) {
    this.uid = uid;
    this.explicit = explicit;
    this.bigEndian = bigEndian;
  }

  /** The registered UID. */
  public String uid() {
    return uid;
  }

  boolean explicit() {
    return explicit;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  /**
   * The syntax of a UID.
   *
   * @throws DicomException when it is none of those read here
   */
  static TransferSyntax of(String uid) {
    for (TransferSyntax syntax : values()) {
      if (syntax.uid.equals(uid)) {
        return syntax;
      }
    }
    throw new DicomException(DicomFault.SYNTAX_NOT_READ, uid, EXPLICIT_VR_LITTLE_ENDIAN.uid);
  }
}
