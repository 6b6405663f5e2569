package org.lodestar.radiotherapy.dicom.rt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.Element;
import org.lodestar.radiotherapy.dicom.RleDecoder;
import org.lodestar.radiotherapy.dicom.Tag;
import org.lodestar.radiotherapy.finding.FindingCode;

/** The pixel values of an object, 16 or 32 bits, native or RLE. */
final class Pixels {
  private Pixels() {}

  /**
   * The bytes of all frames, little endian, exactly as many as needed; or nothing and a finding.
   */
  static Optional<ByteBuffer> read(Attributes object, long pixels, int bits, int frames) {
    long needed = pixels * (bits / 8);
    Optional<Element> element = object.dataSet().element(Tag.PIXEL_DATA);
    if (element.isEmpty()) {
      object.add(FindingCode.MISSING_ATTRIBUTE, "Pixel Data (7FE0,0010)");
      return Optional.empty();
    }
    try {
      ByteBuffer bytes =
          element.get() instanceof Element.Fragments fragments
              ? RleDecoder.decode(fragments, frames, pixels / Math.max(1, frames), bits / 8)
              : object.dataSet().rawBytes(Tag.PIXEL_DATA);
      if (bytes.remaining() < needed) {
        object.add(
            FindingCode.INVALID_VALUE, "Pixel Data", bytes.remaining() + " < " + needed + " B");
        return Optional.empty();
      }
      return Optional.of(bytes.order(ByteOrder.LITTLE_ENDIAN));
    } catch (DicomException e) {
      object.add(FindingCode.INVALID_VALUE, e.values());
      return Optional.empty();
    }
  }
}
