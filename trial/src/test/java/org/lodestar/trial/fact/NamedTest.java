package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NamedTest {
  @Property(tries = 200)
  void itIsTheSortedMapOfWhatWasPutIn(
      @ForAll @Size(max = 12) Map<String, String> texts, @ForAll String asked) {
    Named named = Named.NOTHING;
    SortedMap<String, Words> expected = new TreeMap<>();
    for (Map.Entry<String, String> each : texts.entrySet()) {
      named = named.with(each.getKey(), new StringBuilder(each.getValue()).toString());
      expected.put(each.getKey(), Words.same(each.getValue()));
    }

    assertThat(named).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(named.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(named.get(asked)).isEqualTo(expected.get(asked));
    assertThat(named.containsKey(asked)).isEqualTo(expected.containsKey(asked));
    assertThat(named.headMap(asked)).isEqualTo(expected.headMap(asked));
    assertThat(named.tailMap(asked)).isEqualTo(expected.tailMap(asked));
    assertThat(Named.of(expected)).isEqualTo(named);
  }

  @Test
  void aNameThatIsThereGetsAnotherValueInANewOne() {
    Named before = Named.NOTHING.with("day", LocalDate.of(2025, 3, 1)).with("agent", "x");
    Named after = before.with("day", LocalDate.of(2025, 3, 2));

    assertThat(before.get("day")).isEqualTo(Words.same("2025-03-01"));
    assertThat(after.get("day")).isEqualTo(Words.same("2025-03-02"));
    assertThat(after).hasSize(2);
    assertThat(after.firstKey()).isEqualTo("agent");
    assertThat(after.lastKey()).isEqualTo("day");
    assertThat(after.subMap("b", "z")).containsOnlyKeys("day");
    assertThat(after.comparator()).isNull();
    assertThat(Named.of(after)).isSameAs(after);
  }

  @Test
  void nothingIsTakenOutOfIt() {
    Named named = Named.NOTHING.with("day", 1);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> named.remove("day"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> named.put("day", Words.same("2")));
    assertThat(named).hasSize(1);
  }
}
