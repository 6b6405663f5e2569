package org.lodestar.app.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.dose.DoseGrid;

/**
 * A case as bytes for a viewer, packed once (gzip, little endian): slices of the image as
 * differences of neighbouring pixels, the dose in hundredths of a Gy, masks one bit a voxel.
 */
public final class CaseStream {
  /** Slices in one piece. */
  public static final int PIECE = 8;

  private static final int MOST = 0xffff;

  private final ReviewCase of;
  private final Map<String, SoftReference<byte[]>> packed = new ConcurrentHashMap<>();

  public CaseStream(ReviewCase of) {
    this.of = of;
  }

  /** A maker of bytes, asked when they are not at hand. */
  private interface Maker {
    byte[] bytes();
  }

  private byte[] kept(String key, Maker maker) {
    SoftReference<byte[]> found = packed.get(key);
    byte[] bytes = found == null ? null : found.get();
    if (bytes == null) {
      bytes = gzip(maker.bytes());
      packed.put(key, new SoftReference<>(bytes));
    }
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream zip = new Quick(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Packs fast rather than small: the reader is near. */
  private static final class Quick extends GZIPOutputStream {
    Quick(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 15);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** How many pieces the image has. */
  public int pieces() {
    return (of.grid().slices() + PIECE - 1) / PIECE;
  }

  /**
   * A piece of the image: Hounsfield units of its slices, 16 bits each, as the difference to the
   * pixel before; first all low bytes, then all high bytes, which packs best. Empty beyond the end.
   */
  public Optional<byte[]> image(int piece) {
    return piece < 0 || piece >= pieces()
        ? Optional.empty()
        : Optional.of(kept("ct" + piece, () -> slices(piece)));
  }

  private byte[] slices(int piece) {
    int first = piece * PIECE;
    int last = Math.min(of.grid().slices(), first + PIECE);
    int pixels = of.grid().columns() * of.grid().rows();
    int half = (last - first) * pixels;
    byte[] bytes = new byte[2 * half];
    int at = 0;
    for (int k = first; k < last; k++) {
      short before = 0;
      for (short value : of.image().slice(k)) {
        int difference = value - before;
        bytes[at] = (byte) difference;
        bytes[half + at] = (byte) (difference >> 8);
        at++;
        before = value;
      }
    }
    return bytes;
  }

  /** The dose at the voxels of its own grid, 16 bits each. */
  public Optional<byte[]> dose() {
    return of.dose().map(dose -> kept("dose", () -> dose(dose)));
  }

  private static byte[] dose(DoseGrid dose) {
    Grid grid = dose.grid();
    ByteBuffer bytes =
        ByteBuffer.allocate(2 * grid.columns() * grid.rows() * grid.slices())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < grid.slices(); k++) {
      for (int j = 0; j < grid.rows(); j++) {
        for (int i = 0; i < grid.columns(); i++) {
          bytes.putShort((short) Math.min(MOST, Math.round(100 * dose.gy(i, j, k))));
        }
      }
    }
    return bytes.array();
  }

  /** The voxels of a structure within its box, rows padded to whole bytes, the first bit lowest. */
  public Optional<byte[]> mask(int structure) {
    return structure < 0 || structure >= of.structures().size()
        ? Optional.empty()
        : Optional.of(kept("m" + structure, () -> bits(of.structures().get(structure).mask())));
  }

  private static byte[] bits(Mask mask) {
    Box box = mask.bounds().orElseThrow();
    int rowBytes = (box.size(0) + 7) / 8;
    byte[] bytes = new byte[rowBytes * box.size(1) * box.size(2)];
    int base = 0;
    for (int k = box.firstSlice(); k <= box.lastSlice(); k++) {
      for (int j = box.firstRow(); j <= box.lastRow(); j++) {
        for (int i = mask.nextMember(0, j, k); i >= 0; i = mask.nextMember(i + 1, j, k)) {
          int x = i - box.firstColumn();
          bytes[base + (x >> 3)] |= (byte) (1 << (x & 7));
        }
        base += rowBytes;
      }
    }
    return bytes;
  }
}
