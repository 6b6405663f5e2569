package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DerivedTest {
  private enum TestRule implements Rule {
    SUM("test.sum", "{count} lesions sum to {value} mm", "{count} 个病灶之和为 {value} mm"),
    LESION("test.lesion", "measured {value} mm", "测得 {value} mm");

    private final String id;
    private final Words words;

    TestRule(String id, String en, String zh) {
      this.id = id;
      this.words = new Words(en, zh);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Words words() {
      return words;
    }
  }

  private static final Words NOT_MEASURED =
      new Words("lesion {id} was not measured", "病灶 {id} 未测量");
  private final FactRef first = new FactRef(3, "lesion.diameter");
  private final FactRef second = new FactRef(4, "lesion.diameter");
  private final Derived<Integer> sum =
      Derived.of(
              TestRule.SUM,
              42,
              Derived.of(TestRule.LESION, 20, first),
              Derived.of(TestRule.LESION, 22, second))
          .with("count", 2);

  @Test
  void reachesItsFactsEachOnce() {
    assertThat(Derived.of(TestRule.SUM, 1, sum, sum, second).facts())
        .containsExactly(first, second);
  }

  @Test
  void explainsItselfInBothLanguages() {
    assertThat(sum.sentence(Language.EN)).isEqualTo("2 lesions sum to 42 mm");
    assertThat(sum.sentence(Language.ZH)).isEqualTo("2 个病灶之和为 42 mm");
  }

  @Test
  void aMissingValueSaysWhyAndStaysMissing() {
    Derived<Integer> missing =
        Derived.missing(TestRule.LESION, Message.of(NOT_MEASURED, "id", "T1"), first);
    Derived<Integer> doubled = missing.map(TestRule.SUM, mm -> mm * 2);
    assertThat(doubled.isKnown()).isFalse();
    assertThat(doubled.sentence(Language.EN)).isEqualTo("lesion T1 was not measured");
    assertThat(doubled.facts()).containsExactly(first);
    assertThatThrownBy(doubled::get).hasMessageContaining("lesion T1 was not measured");
  }

  @Test
  void itsDigestMovesWithValueSettingsAndFacts() {
    assertThat(sum.digest()).isEqualTo(sum.with("shown", "differently").digest());
    assertThat(sum.digest())
        .isNotEqualTo(sum.using("response.nadir", "baseline").digest())
        .isNotEqualTo(Derived.of(TestRule.SUM, 43, sum.inputs()).digest())
        .isNotEqualTo(Derived.of(TestRule.SUM, 42, first).digest());
  }

  @Test
  void itsDigestIsThatOfItsCanonicalJson() {
    Derived<Integer> told = sum.using("b.setting", "2").using("a.\"setting\"", "1 < 2\n");
    java.util.TreeMap<String, Json> settings = new java.util.TreeMap<>();
    told.settings().forEach((key, words) -> settings.put(key, Json.text(words.en())));
    Json json =
        Json.members(
            java.util.Map.of(
                "rule",
                Json.text("test.sum"),
                "value",
                Json.text("42"),
                "settings",
                Json.members(settings),
                "facts",
                Json.texts(told.facts().stream().map(f -> f.seq() + "#" + f.item()).toList())));

    assertThat(told.digest()).isEqualTo(Digest.ofText(json.canonical()));
    assertThat(Derived.of(TestRule.SUM, 1).digest())
        .isEqualTo(
            Digest.ofText("{\"facts\":[],\"rule\":\"test.sum\",\"settings\":{},\"value\":\"1\"}"));
  }

  @Test
  void aDecisionIsOutOfDateWhenTheInputsMove() {
    Body.Decided decided = new Body.Decided("s", "test.sum", sum.digest(), "42", "42", null);
    Proposal.Decision decision = new Proposal.Decision(9, decided);
    assertThat(new Proposal<>("s", sum, null).status()).isEqualTo(Proposal.Status.OPEN);
    assertThat(new Proposal<>("s", sum, decision).status()).isEqualTo(Proposal.Status.DECIDED);
    Derived<Integer> moved = Derived.of(TestRule.SUM, 43, sum.inputs());
    assertThat(new Proposal<>("s", moved, decision).status())
        .isEqualTo(Proposal.Status.OUT_OF_DATE);
  }
}
