package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void aNumberStaysAsItWasTyped() {
    assertThat(Json.members(Map.of("b", Json.text("1.50"), "a", Json.number(3))).canonical())
        .isEqualTo("{\"a\":\"3\",\"b\":\"1.50\"}");
  }

  @Test
  void membersStandInUtf16OrderAndControlCharactersAreEscaped() {
    Json json =
        Json.members(Map.of("\u20ac", Json.text("\u0001\t\n\"\\/"), "z", new Json.Flag(true)));
    assertThat(json.canonical()).isEqualTo("{\"z\":true,\"\u20ac\":\"\\u0001\\t\\n\\\"\\\\/\"}");
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadBackTheSame(@ForAll("values") Json json) {
    assertThat(JsonText.parse(json.canonical())).isEqualTo(json);
  }

  @Provide
  Arbitrary<Json> values() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
    Arbitrary<Json> leaves =
        Arbitraries.oneOf(texts.map(Json::text), Arbitraries.of(true, false).map(Json.Flag::new));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(Json.Items::new),
                Arbitraries.maps(texts, inner)
                    .ofMaxSize(4)
                    .map(map -> new Json.Members(new TreeMap<>(map)))),
        0,
        3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1]",
        "null",
        "{\"a\":1}",
        "\"open",
        "{\"a\":\"x\",}",
        "[\"a\"] ",
        "{\"a\":\"1\",\"a\":\"2\"}",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\/\"",
        "\"\\u0041\"",
        "\"\\u001F\"",
        "{\"b\":\"1\",\"a\":\"2\"}",
        "\"\u0001\"",
        "tru"
      })
  void anythingElseIsRefusedWithItsPosition(String text) {
    assertThatThrownBy(() -> JsonText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position");
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000))).hasMessageContaining("levels");
  }

  @Test
  void listsKeepTheirOrder() {
    assertThat(Json.texts(List.of("b", "a")).canonical()).isEqualTo("[\"b\",\"a\"]");
  }
}
