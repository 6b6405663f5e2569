package org.lodestar.radiotherapy.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Decodes RLE-compressed pixels (DICOM PS3.5, annex G). */
public final class RleDecoder {
  private static final int HEADER_BYTES = 64;

  /** PackBits never expands two bytes to more than 128. */
  private static final long GREATEST_GAIN = 64;

  private RleDecoder() {}

  /**
   * The pixels of all frames, little endian.
   *
   * @param data one fragment per frame, after the offset table
   * @param frames number of frames
   * @param pixelsPerFrame pixels of each frame
   * @param bytesPerPixel 1, 2 or 4
   * @throws DicomException when the fragments do not hold that many pixels
   */
  public static ByteBuffer decode(
      Element.Fragments data, int frames, long pixelsPerFrame, int bytesPerPixel) {
    long total = pixelsPerFrame * bytesPerPixel * frames;
    long stored = data.parts().stream().mapToLong(Element.Value::length).sum();
    if (data.parts().size() != frames + 1 || total > stored * GREATEST_GAIN) {
      throw new DicomException(
          DicomFault.RLE_FRAGMENTS,
          data.parts().size() - 1,
          stored,
          frames,
          pixelsPerFrame * bytesPerPixel);
    }
    byte[] pixels = new byte[Math.toIntExact(total)];
    for (int frame = 0; frame < frames; frame++) {
      frame(
          data.parts().get(frame + 1),
          pixels,
          Math.toIntExact(frame * pixelsPerFrame * bytesPerPixel),
          (int) pixelsPerFrame,
          bytesPerPixel);
    }
    return ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void frame(
      Element.Value part, byte[] pixels, int base, int count, int bytesPerPixel) {
    if (part.length() < HEADER_BYTES) {
      throw new DicomException(DicomFault.RLE_HEADER, part.length());
    }
    ByteBuffer header =
        ByteBuffer.wrap(part.buffer(), part.offset(), HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt();
    if (segments != bytesPerPixel) {
      throw new DicomException(DicomFault.RLE_SEGMENTS, segments, bytesPerPixel);
    }
    for (int s = 0; s < segments; s++) {
      int from = header.getInt();
      if (from < HEADER_BYTES || from > part.length()) {
        throw new DicomException(DicomFault.RLE_SEGMENT_OUTSIDE, from, part.length());
      }
      segment(part, from, pixels, base + bytesPerPixel - 1 - s, bytesPerPixel, count);
    }
  }

  /** Segments hold one byte of each pixel, the most significant first. */
  private static void segment(
      Element.Value part, int from, byte[] pixels, int at, int step, int count) {
    int in = part.offset() + from;
    int end = part.offset() + part.length();
    int left = count;
    int out = at;
    while (left > 0) {
      if (in >= end) {
        throw new DicomException(DicomFault.RLE_SEGMENT_SHORT, left);
      }
      int control = part.buffer()[in++];
      boolean literal = control >= 0;
      int run = control == -128 ? 0 : Math.min(left, literal ? control + 1 : 1 - control);
      if (in + (literal ? run : 1) > end) {
        throw new DicomException(DicomFault.RLE_RUN_CUT);
      }
      for (int i = 0; i < run; i++, out += step) {
        pixels[out] = part.buffer()[literal ? in++ : in];
      }
      in += literal || control == -128 ? 0 : 1;
      left -= run;
    }
  }
}
