package org.lodestar.trial.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.cases.Pairs;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.protocol.Criterion;
import org.lodestar.trial.protocol.CriterionKind;
import org.lodestar.trial.protocol.Expression;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.ItemValue;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Verdict;

/** Every criterion of the shipped trial at its boundary: who is just in, who is just out. */
class CriterionPairsTest {
  private static final Protocol PROTOCOL = Book.protocol();

  private static List<Pairs.Pair> pairs() {
    return Pairs.read("/capture/criteria.txt");
  }

  @Test
  void everyCriterionHasItsPairAndEveryPairItsCriterion() {
    assertThat(pairs().stream().map(Pairs.Pair::name))
        .containsExactlyInAnyOrderElementsOf(
            PROTOCOL.criteria().stream().map(Criterion::key).toList());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theGoodIsEligibleAndTheBadIsNot(Pairs.Pair pair) {
    assertThat(isMet(pair.name(), pair.good())).as("good").isTrue();
    assertThat(isMet(pair.name(), pair.bad())).as("bad").isFalse();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aMissingItemIsNeverNotMet(Pairs.Pair pair) {
    Expression expression = expression(criterion(pair.name()));
    for (String left : pair.bad().keySet()) {
      Verdict verdict =
          expression.evaluate(key -> key.equals(left) ? null : value(key, pair.good()));
      if (verdict instanceof Verdict.Missing missing) {
        assertThat(missing.items()).contains(left);
      } else {
        assertThat(verdict).as(left).isEqualTo(expression.evaluate(k -> value(k, pair.good())));
      }
    }
  }

  private static boolean isMet(String name, SortedMap<String, Entry> items) {
    Criterion criterion = criterion(name);
    Verdict verdict = expression(criterion).evaluate(key -> value(key, items));
    assertThat(verdict).as(name).isNotInstanceOf(Verdict.Missing.class);
    return verdict instanceof Verdict.Met == (criterion.kind() == CriterionKind.INCLUSION);
  }

  private static Criterion criterion(String name) {
    return PROTOCOL.criteria().stream()
        .filter(each -> each.key().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Expression expression(Criterion criterion) {
    return PROTOCOL.forms().vocabulary().expression(criterion.expression());
  }

  private static ItemValue value(String key, SortedMap<String, Entry> items) {
    if (!(items.get(key) instanceof Entry.Value entry)) {
      return null;
    }
    ItemDefinition item = PROTOCOL.forms().item(key).orElseThrow();
    return ((ItemDefinition.Parsed.Understood) item.parse(entry.text(), entry.unit())).value();
  }
}
