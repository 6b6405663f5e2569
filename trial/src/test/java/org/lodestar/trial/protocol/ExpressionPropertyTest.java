package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class ExpressionPropertyTest {
  private static final List<String> KEYS = List.of("f.a", "f.b", "f.c");
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              Variable.of("f.a", ItemType.YES_NO),
              Variable.of("f.b", ItemType.YES_NO),
              Variable.of("f.c", ItemType.YES_NO),
              Variable.of("f.x", ItemType.DECIMAL),
              Variable.of("f.y", ItemType.DECIMAL)));

  /** A yes-or-no formula of three items, as text and as what it means. */
  sealed interface Formula {
    record Item(String key) implements Formula {}

    record Not(Formula inner) implements Formula {}

    record Both(Formula left, Formula right) implements Formula {}

    record Either(Formula left, Formula right) implements Formula {}

    default String text() {
      return switch (this) {
        case Item(String key) -> key;
        case Not(Formula inner) -> "!(" + inner.text() + ")";
        case Both(Formula left, Formula right) -> "(" + left.text() + " && " + right.text() + ")";
        case Either(Formula left, Formula right) -> "(" + left.text() + " || " + right.text() + ")";
      };
    }

    default boolean holds(Map<String, Boolean> world) {
      return switch (this) {
        case Item(String key) -> world.get(key);
        case Not(Formula inner) -> !inner.holds(world);
        case Both(Formula left, Formula right) -> left.holds(world) && right.holds(world);
        case Either(Formula left, Formula right) -> left.holds(world) || right.holds(world);
      };
    }
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return Arbitraries.recursive(
        () -> Arbitraries.of(KEYS).map(key -> (Formula) new Formula.Item(key)),
        this::compound,
        1,
        4);
  }

  private Arbitrary<Formula> compound(Arbitrary<Formula> inner) {
    return Arbitraries.oneOf(
        inner.map(Formula.Not::new),
        inner.tuple2().map(two -> new Formula.Both(two.get1(), two.get2())),
        inner.tuple2().map(two -> new Formula.Either(two.get1(), two.get2())));
  }

  @Provide
  Arbitrary<List<Tuple.Tuple2<Boolean, Boolean>>> answers() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return flag.tuple2().map(two -> Tuple.of(two.get1(), two.get2())).list().ofSize(KEYS.size());
  }

  @Property(tries = 300)
  void aVerdictFromPartOfTheItemsHoldsWhateverTheOthersTurnOutToBe(
      @ForAll("formulas") Formula formula,
      @ForAll("answers") List<Tuple.Tuple2<Boolean, Boolean>> answers) {
    Map<String, ItemValue> known = new HashMap<>();
    for (int i = 0; i < KEYS.size(); i++) {
      if (answers.get(i).get1()) {
        known.put(KEYS.get(i), new ItemValue.YesNo(answers.get(i).get2()));
      }
    }
    Verdict verdict = VOCABULARY.expression(formula.text()).evaluate(Answers.of(known));

    List<Boolean> worlds =
        worlds().filter(world -> agrees(world, known)).map(formula::holds).distinct().toList();
    switch (verdict) {
      case Verdict.Met met -> assertThat(worlds).containsExactly(true);
      case Verdict.NotMet notMet -> assertThat(worlds).containsExactly(false);
      case Verdict.Missing(var items) ->
          assertThat(items).isNotEmpty().noneMatch(known::containsKey);
    }
  }

  private static java.util.stream.Stream<Map<String, Boolean>> worlds() {
    return IntStream.range(0, 8)
        .mapToObj(
            bits -> {
              Map<String, Boolean> world = new HashMap<>();
              for (int i = 0; i < KEYS.size(); i++) {
                world.put(KEYS.get(i), (bits >> i & 1) == 1);
              }
              return world;
            });
  }

  private static boolean agrees(Map<String, Boolean> world, Map<String, ItemValue> known) {
    return known.entrySet().stream()
        .allMatch(entry -> new ItemValue.YesNo(world.get(entry.getKey())).equals(entry.getValue()));
  }

  @Property(tries = 300)
  void decimalsCompareAsBigDecimalsDo(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal x,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal y) {
    Answers answers =
        Answers.of(Map.of("f.x", new ItemValue.Decimal(x), "f.y", new ItemValue.Decimal(y)));
    int sign = x.compareTo(y);

    assertThat(verdict("f.x < f.y", answers)).isEqualTo(Verdict.of(sign < 0));
    assertThat(verdict("f.x >= f.y", answers)).isEqualTo(Verdict.of(sign >= 0));
    assertThat(verdict("f.x == f.y", answers)).isEqualTo(Verdict.of(sign == 0));
    assertThat(verdict("f.x - f.y + f.y == f.x", answers)).isEqualTo(Verdict.MET);
  }

  @Property(tries = 200)
  void noTextMakesReadingAnExpressionFailOtherThanWithFaults(
      @ForAll @Size(max = 40) List<@net.jqwik.api.From("tokens") String> tokens) {
    Expression expression = VOCABULARY.expression(String.join(" ", tokens));
    if (expression.faults().isEmpty()) {
      assertThat(expression.evaluate(key -> null)).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
        "f.a",
        "f.x",
        "&&",
        "||",
        "!",
        "(",
        ")",
        "dec('1')",
        "dec(",
        "'",
        "==",
        "<",
        "1.5",
        "[",
        "]",
        "in",
        "?",
        ":",
        "has(f.a)",
        "null",
        "true",
        "{",
        "}",
        ".",
        "\\",
        "\"",
        "f.a.b",
        "中");
  }

  private static Verdict verdict(String text, Answers answers) {
    return VOCABULARY.expression(text).evaluate(answers);
  }
}
