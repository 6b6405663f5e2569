package org.lodestar.radiotherapy.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * UIDs derived from a key and a text: the same input gives the same UID, another key an unrelated
 * one (form 2.25 of PS3.5 B.2, with the first 128 bits of SHA-256 as a version 8 UUID).
 */
public final class Uids {
  private Uids() {}

  /** A UID of at most 44 characters. */
  public static String derive(String key, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(key.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      byte[] uuid = java.util.Arrays.copyOf(hash, 16);
      uuid[6] = (byte) (0x80 | (uuid[6] & 0x0f));
      uuid[8] = (byte) (0x80 | (uuid[8] & 0x3f));
      return "2.25." + new BigInteger(1, uuid);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
