package org.lodestar.radiotherapy.dicom;

/** File meta information (DICOM PS3.10, 7.1). */
final class MetaInformation {
  /** Our implementation class: a UUID-derived UID (PS3.5 B.2) fixed for this library. */
  static final String IMPLEMENTATION_CLASS_UID = "2.25.143276508925138264120845310985522760173";

  static final String IMPLEMENTATION_VERSION = "LODESTAR_RT_1";

  private MetaInformation() {}

  static Vr vr(int tag) {
    return switch (tag) {
      case Tag.FILE_META_INFORMATION_VERSION -> Vr.OB;
      case Tag.MEDIA_STORAGE_SOP_CLASS_UID,
          Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
          Tag.TRANSFER_SYNTAX_UID,
          Tag.IMPLEMENTATION_CLASS_UID ->
          Vr.UI;
      case Tag.IMPLEMENTATION_VERSION_NAME -> Vr.SH;
      default -> Vr.UN;
    };
  }

  /** The meta information of an object about to be written. */
  static DataSet of(DataSet object, TransferSyntax syntax) {
    return DataSet.builder()
        .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
        .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, object.text(Tag.SOP_CLASS_UID).orElse(""))
        .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, object.text(Tag.SOP_INSTANCE_UID).orElse(""))
        .text(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
        .text(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
        .text(Tag.IMPLEMENTATION_VERSION_NAME, IMPLEMENTATION_VERSION)
        .build();
  }
}
