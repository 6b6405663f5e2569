package org.lodestar.trial.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, shown as 64 hexadecimal digits. */
public record Digest(String hex) {
  /** Length of a digest as stored. */
  public static final int BYTES = 32;

  /** What stands before the first fact of a log. */
  public static final Digest NONE = new Digest("0".repeat(64));

  public Digest {
    if (hex.length() != 64 || !isHex(hex)) {
      throw new IllegalArgumentException("a digest has 64 hexadecimal digits 0-9a-f; got: " + hex);
    }
  }

  /** SHA-256 of the concatenated parts. */
  public static Digest of(byte[]... parts) {
    MessageDigest sha = sha256();
    for (byte[] part : parts) {
      sha.update(part);
    }
    return of(sha);
  }

  /** SHA-256 of the UTF-8 bytes of a text. */
  public static Digest ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Digest of(MessageDigest finished) {
    return new Digest(HexFormat.of().formatHex(finished.digest()));
  }

  /** The 32 bytes, as stored. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  public static Digest fromBytes(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return hex;
  }
}
