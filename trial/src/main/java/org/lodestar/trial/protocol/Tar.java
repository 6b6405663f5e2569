package org.lodestar.trial.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The plainest POSIX ustar archive (IEEE Std 1003.1, pax, "ustar Interchange Format"): regular
 * files only, mode 0644, owner 0, time 0, two closing blocks of zeros.
 */
final class Tar {
  /** Length of the name field; longer names would need a prefix or an extension. */
  static final int MAX_NAME = 100;

  private static final int BLOCK = 512;
  private static final int SIZE_AT = 124;
  private static final int CHECKSUM_AT = 148;

  private Tar() {}

  static byte[] write(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] content = file.getValue();
      out.writeBytes(header(file.getKey(), content.length));
      out.writeBytes(content);
      out.writeBytes(new byte[padding(content.length)]);
    }
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static byte[] header(String name, int size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, SIZE_AT, octal(size, 11) + "\0");
    put(header, 136, "00000000000\0");
    put(header, CHECKSUM_AT, "        ");
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    put(header, 329, "0000000\0");
    put(header, 337, "0000000\0");
    put(header, CHECKSUM_AT, octal(sum(header), 6) + "\0 ");
    return header;
  }

  private static int sum(byte[] header) {
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    return sum;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static String octal(int value, int digits) {
    String text = Integer.toOctalString(value);
    return "0".repeat(digits - text.length()) + text;
  }

  private static int padding(int size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  /**
   * @throws IllegalArgumentException when the bytes are not such an archive
   */
  static SortedMap<String, byte[]> read(byte[] archive) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    int at = 0;
    while (at + BLOCK <= archive.length && archive[at] != 0) {
      byte[] header = Arrays.copyOfRange(archive, at, at + BLOCK);
      int size = size(header);
      at += BLOCK;
      if (size > archive.length - at) {
        throw new IllegalArgumentException("not a bundle: " + name(header) + " is cut off");
      }
      files.put(name(header), Arrays.copyOfRange(archive, at, at + size));
      at += size + padding(size);
    }
    return files;
  }

  private static String name(byte[] header) {
    int end = 0;
    while (end < MAX_NAME && header[end] != 0) {
      end++;
    }
    return new String(header, 0, end, StandardCharsets.US_ASCII);
  }

  private static int size(byte[] header) {
    String digits = new String(header, SIZE_AT, 11, StandardCharsets.US_ASCII);
    try {
      int size = Integer.parseInt(digits, 8);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a bundle: a file has the size [" + digits + "]", e);
    }
    throw new IllegalArgumentException("not a bundle: a file has the size [" + digits + "]");
  }
}
