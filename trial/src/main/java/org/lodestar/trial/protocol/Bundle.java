package org.lodestar.trial.protocol;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lodestar.trial.fact.Digest;

/**
 * The trial's folder as one value: its files, the canonical archive of them, and the digest of that
 * archive. The archive is a tar file (POSIX ustar) with sorted names and no dates or owners, so
 * that the same files always give the same bytes and any tar program can open it.
 */
public final class Bundle {
  private static final Pattern PATH =
      Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*){0,4}");
  static final int MAX_BYTES = 16_000_000;

  private final SortedMap<String, byte[]> files;
  private final byte[] archive;
  private final Digest digest;

  private Bundle(SortedMap<String, byte[]> files) {
    this.files = files;
    this.archive = Tar.write(files);
    this.digest = Digest.of(archive);
  }

  /**
   * The bundle of these files.
   *
   * @param files bytes by path in the folder, with {@code /} between names
   * @throws IllegalArgumentException when a path is not allowed (see {@link #isPath}) or all files
   *     together are larger than 16 MB
   */
  public static Bundle of(Map<String, byte[]> files) {
    SortedMap<String, byte[]> copy = new TreeMap<>();
    long bytes = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!isPath(file.getKey())) {
        throw new IllegalArgumentException(
            "a file of a bundle is named like " + PATH + "; got: " + file.getKey());
      }
      bytes += file.getValue().length;
      copy.put(file.getKey(), file.getValue().clone());
    }
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a bundle has at most " + MAX_BYTES + " bytes; got: " + bytes);
    }
    return new Bundle(copy);
  }

  /** Whether a file of this name may be part of a bundle: lower case, no empty or hidden part. */
  public static boolean isPath(String path) {
    return path.length() <= Tar.MAX_NAME && PATH.matcher(path).matches();
  }

  /**
   * The bundle of an archive that {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException when the bytes are anything else, even another tar file
   */
  public static Bundle read(byte[] bytes) {
    Bundle bundle = of(Tar.read(bytes));
    if (!Arrays.equals(bundle.archive, bytes)) {
      throw new IllegalArgumentException("not a bundle: the archive is not in canonical form");
    }
    return bundle;
  }

  public Digest digest() {
    return digest;
  }

  /** The canonical archive. */
  public byte[] bytes() {
    return archive.clone();
  }

  /** The paths of all files, sorted. */
  public java.util.Set<String> paths() {
    return Collections.unmodifiableSet(files.keySet());
  }

  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bundle bundle && bundle.digest.equals(digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "bundle " + digest;
  }
}
