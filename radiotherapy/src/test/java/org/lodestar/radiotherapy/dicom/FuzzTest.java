package org.lodestar.radiotherapy.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.phantom.PhantomCase;

/**
 * Mutated files: no exception but the reader's own, each of one line, no hang, and no more memory
 * asked for than the file's own size explains.
 */
class FuzzTest {
  /** What a reader and a sentence take whatever the file. */
  private static final long OVERHEAD_BYTES = 500_000;

  /** An empty element of eight bytes becomes an object of a few hundred. */
  private static final long TIMES_THE_FILE = 48;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static List<byte[]> seeds() {
    PhantomCase.Settings small =
        new PhantomCase.Settings(1, "P", 32, 20, LocalDate.of(2026, 3, 2), Set.of());
    List<byte[]> seeds = new ArrayList<>();
    for (PhantomCase.NamedObject item : PhantomCase.of(small).objects()) {
      String name = item.fileName();
      if (name.equals("CT.000.dcm") || name.startsWith("R") && !name.equals("RD.dcm")) {
        for (TransferSyntax syntax :
            List.of(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
          seeds.add(DicomWriter.bytes(item.object(), syntax));
        }
      }
      if (seeds.size() > 12) {
        break;
      }
    }
    return seeds.stream().filter(s -> s.length < 60_000).toList();
  }

  @Test
  void twentyThousandMutatedFilesGiveNothingButOneLineErrors() {
    fuzz(20_000, 1);
  }

  /** A million in ten parts, each with a seed of its own, so that a part can be run alone. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  @Tag("nightly")
  void aMillionMutatedFilesGiveNothingButOneLineErrors(long seed) {
    fuzz(100_000, seed);
  }

  private static void fuzz(int files, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> seeds = seeds();
    assertThat(seeds).hasSizeGreaterThan(5);
    int refused = 0;
    for (int n = 0; n < files; n++) {
      byte[] mutated = mutate(seeds.get(random.nextInt(seeds.size())), random);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      boolean isRefused = isRefused(mutated);
      long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
      requireFew(taken, mutated);
      refused += isRefused ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(files / 20);
  }

  private static boolean isRefused(byte[] file) {
    try {
      DataSet object = DicomReader.read(file).dataSet();
      RtCaseReader reader = new RtCaseReader();
      reader.add(object, "mutated");
      reader.finish();
      return false;
    } catch (DicomException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      return true;
    }
  }

  /** What was asked for once, the tables of a character set for instance, is not the file's. */
  private static void requireFew(long taken, byte[] file) {
    long most = OVERHEAD_BYTES + TIMES_THE_FILE * file.length;
    if (taken >= most) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      isRefused(file);
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(most);
    }
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    int length = random.nextInt(8) == 0 ? random.nextInt(seed.length + 1) : seed.length;
    byte[] bytes = java.util.Arrays.copyOf(seed, length);
    int changes = 1 + random.nextInt(6);
    for (int c = 0; c < changes && bytes.length > 140; c++) {
      int at = 128 + random.nextInt(bytes.length - 132);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> java.util.Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xff);
        default -> {
          int from = 128 + random.nextInt(bytes.length - 132);
          System.arraycopy(bytes, from, bytes, at, Math.min(4, bytes.length - Math.max(at, from)));
        }
      }
    }
    return bytes;
  }
}
