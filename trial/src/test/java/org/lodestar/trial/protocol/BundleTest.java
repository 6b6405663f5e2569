package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final Bundle ONE =
      Bundle.of(Map.of("protocol.yaml", "format: x\n".getBytes(StandardCharsets.UTF_8)));

  @Property(tries = 100)
  void everyBundleReadsBackWithTheSameDigestAndFiles(
      @ForAll @Size(max = 6)
          Map<@LowerChars @StringLength(min = 1, max = 12) String, byte @Size(max = 1500) []>
              files) {
    Bundle bundle = Bundle.of(files);
    Bundle again = Bundle.read(bundle.bytes());
    assertThat(again.digest()).isEqualTo(bundle.digest());
    assertThat(again.paths()).isEqualTo(files.keySet());
    files.forEach((path, bytes) -> assertThat(again.file(path)).contains(bytes));
  }

  @Test
  void theOrderOfFilesDoesNotMatter() {
    Map<String, byte[]> forth = new LinkedHashMap<>();
    forth.put("a.yaml", new byte[] {1});
    forth.put("forms/b.yaml", new byte[] {2});
    Map<String, byte[]> back = new LinkedHashMap<>();
    back.put("forms/b.yaml", new byte[] {2});
    back.put("a.yaml", new byte[] {1});
    assertThat(Bundle.of(forth).bytes()).isEqualTo(Bundle.of(back).bytes());
  }

  @Test
  void theArchiveIsPinnedByItsDigest() {
    assertThat(ONE.bytes()).hasSize(4 * 512);
    assertThat(ONE.digest().hex())
        .isEqualTo("43e26072aa3d33c399ba8c922fda41239b0c684062d424a30410dc1da44db63d");
  }

  @Property(tries = 200)
  void anyChangedByteIsNoticed(@ForAll int at, @ForAll byte change) {
    byte[] bytes = ONE.bytes();
    int index = Math.floorMod(at, bytes.length);
    if (change == 0) {
      return;
    }
    bytes[index] ^= change;
    try {
      assertThat(Bundle.read(bytes).digest()).isNotEqualTo(ONE.digest());
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("bundle");
    }
  }

  @Property(tries = 200)
  void arbitraryBytesAreRefusedOrReadBackExactly(@ForAll @Size(max = 2000) byte[] bytes) {
    try {
      assertThat(Bundle.read(bytes).bytes()).isEqualTo(bytes);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("bundle");
    }
  }

  @Test
  void aPathThatLeavesTheFolderIsRefused() {
    for (String path : new String[] {"../x", "/x", "a//b", ".git", "A.yaml", "", "a\\b"}) {
      assertThatThrownBy(() -> Bundle.of(Map.of(path, new byte[0])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got: " + path);
    }
  }

  @Test
  void aCallerCannotChangeTheBundleThroughItsBytes() {
    ONE.bytes()[0] = 0;
    ONE.file("protocol.yaml").orElseThrow()[0] = 0;
    assertThat(Bundle.read(ONE.bytes()).digest()).isEqualTo(ONE.digest());
  }

  @Property(tries = 100)
  void theNearestNameIsWithinAThird(
      @ForAll @AlphaChars @StringLength(max = 20) String one,
      @ForAll @AlphaChars @StringLength(max = 20) String other) {
    int distance = Nearest.distance(one, other);
    assertThat(distance).isEqualTo(Nearest.distance(other, one));
    assertThat(distance).isBetween(0, Math.max(one.length(), other.length()));
    assertThat(distance == 0).isEqualTo(one.equals(other));
  }
}
