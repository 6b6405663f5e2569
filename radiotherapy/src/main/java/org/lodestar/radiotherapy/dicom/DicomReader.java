package org.lodestar.radiotherapy.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads one DICOM Part 10 file, or a bare data set without preamble.
 *
 * <p>Explicit and implicit VR little endian, deflated, explicit VR big endian; RLE-compressed
 * pixels are kept as fragments. No length is trusted: every value must lie within the bytes that
 * are there, and values are stretches of the file's bytes, not copies. Memory is at most a small
 * multiple of the file (of the inflated data set for a deflated one, which has a limit of its own).
 * Everything that cannot be read ends in a {@link DicomException} of one line.
 */
public final class DicomReader {
  /** Files larger than this are refused. */
  public static final long LARGEST_FILE_BYTES = 1L << 30;

  /** Deflated data sets may not grow beyond this. */
  public static final int LARGEST_INFLATED_BYTES = 1 << 30;

  private static final int PREAMBLE = 128;

  private DicomReader() {}

  /**
   * Reads a file.
   *
   * @throws DicomException when it cannot be read
   */
  public static DicomFile read(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST_FILE_BYTES) {
        throw new DicomException(DicomFault.FILE_TOO_LARGE, size, LARGEST_FILE_BYTES);
      }
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw DicomException.because(e, DicomFault.FILE_NOT_OPENED, e.getClass().getSimpleName());
    }
  }

  /**
   * Reads a file's bytes; they must not change afterwards.
   *
   * @throws DicomException when they cannot be read
   */
  public static DicomFile read(byte[] bytes) {
    boolean hasPreamble =
        bytes.length >= PREAMBLE + 4
            && bytes[PREAMBLE] == 'D'
            && bytes[PREAMBLE + 1] == 'I'
            && bytes[PREAMBLE + 2] == 'C'
            && bytes[PREAMBLE + 3] == 'M';
    int start = hasPreamble ? PREAMBLE + 4 : 0;
    if (!hasPreamble && !startsLikeDataSet(bytes)) {
      throw new DicomException(DicomFault.NO_DICOM);
    }
    if (!hasPreamble && bytes[0] == 8) {
      TransferSyntax guessed = guess(bytes);
      return new DicomFile(guessed, parse(bytes, 0, guessed));
    }
    ElementParser meta =
        new ElementParser(bytes, start, bytes.length, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    DataSet header = meta.parseGroup(2);
    String uid =
        header
            .text(Tag.TRANSFER_SYNTAX_UID)
            .orElseThrow(() -> new DicomException(DicomFault.NO_TRANSFER_SYNTAX));
    TransferSyntax syntax = TransferSyntax.of(uid);
    if (syntax == TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN) {
      return new DicomFile(syntax, parse(inflate(bytes, meta.position()), 0, syntax));
    }
    return new DicomFile(syntax, parse(bytes, meta.position(), syntax));
  }

  private static boolean startsLikeDataSet(byte[] bytes) {
    return bytes.length >= 8 && (bytes[0] == 8 || bytes[0] == 2) && bytes[1] == 0 && bytes[3] == 0;
  }

  private static TransferSyntax guess(byte[] bytes) {
    return isUpperCase(bytes[4]) && isUpperCase(bytes[5])
        ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
        : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
  }

  private static boolean isUpperCase(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  private static DataSet parse(byte[] bytes, int from, TransferSyntax syntax) {
    return new ElementParser(bytes, from, bytes.length, syntax).parseAll();
  }

  private static byte[] inflate(byte[] bytes, int from) {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(bytes, from, bytes.length - from);
      List<byte[]> chunks = new ArrayList<>();
      byte[] chunk = new byte[Math.clamp(8L * (bytes.length - from), 1 << 12, 1 << 20)];
      int used = 0;
      long total = 0;
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk, used, chunk.length - used);
        used += count;
        total += count;
        if (total > LARGEST_INFLATED_BYTES) {
          throw new DicomException(DicomFault.INFLATED_TOO_LARGE, LARGEST_INFLATED_BYTES);
        }
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new DicomException(DicomFault.DEFLATED_SHORT);
        }
        if (used == chunk.length) {
          chunks.add(chunk);
          chunk = new byte[chunk.length];
          used = 0;
        }
      }
      return joined(chunks, chunk, used, (int) total);
    } catch (DataFormatException e) {
      throw DicomException.because(e, DicomFault.DEFLATED_DAMAGED);
    }
  }

  private static byte[] joined(List<byte[]> chunks, byte[] last, int used, int total) {
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, at, chunk.length);
      at += chunk.length;
    }
    System.arraycopy(last, 0, all, at, used);
    return all;
  }
}
