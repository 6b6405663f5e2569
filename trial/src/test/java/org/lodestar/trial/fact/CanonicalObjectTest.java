package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** An object knows where each of its values stands, in whatever letters. */
class CanonicalObjectTest {

  @Property(tries = 500)
  void theBytesOfAValueAreThoseOfItsCanonicalForm(
      @ForAll @Size(max = 5) Map<String, String> texts) {
    SortedMap<String, Json> members = new TreeMap<>();
    texts.forEach((name, text) -> members.put(name, Json.members(Map.of(name, Json.text(text)))));

    CanonicalObject written = CanonicalObject.write(members);
    CanonicalObject read = CanonicalObject.parse(written.text());

    assertThat(written.text()).isEqualTo(new Json.Members(members).canonical());
    assertThat(read.members()).isEqualTo(members);
    int place = 0;
    for (Json value : members.values()) {
      byte[] bytes = value.canonical().getBytes(StandardCharsets.UTF_8);
      assertThat(bytes(written, place)).isEqualTo(bytes);
      assertThat(bytes(read, place)).isEqualTo(bytes);
      place++;
    }
  }

  private static byte[] bytes(CanonicalObject object, int place) {
    return Arrays.copyOfRange(object.utf8(), object.begin(place), object.end(place));
  }

  @Test
  void moreMembersThanUsualHaveTheirPlacesToo() {
    SortedMap<String, Json> members = new TreeMap<>();
    for (int i = 100; i < 200; i++) {
      members.put("食管" + i, Json.text("𠮷" + i));
    }

    CanonicalObject object = CanonicalObject.parse(CanonicalObject.write(members).text());

    assertThat(new String(bytes(object, 99), StandardCharsets.UTF_8)).isEqualTo("\"𠮷199\"");
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> CanonicalObject.parse("[\"a\"]")).hasMessageContaining("an object");
  }
}
