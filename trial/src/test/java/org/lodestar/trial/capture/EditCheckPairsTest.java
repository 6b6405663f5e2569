package org.lodestar.trial.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestar.trial.cases.Book;
import org.lodestar.trial.cases.Pairs;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.EditCheck;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.ItemDefinition;

/** Every edit check of the shipped trial lets the good pair pass and fires on the bad one. */
class EditCheckPairsTest {
  private static final Forms FORMS = Book.protocol().forms();
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private static List<Pairs.Pair> pairs() {
    return Pairs.read("/capture/edit-checks.txt");
  }

  @Test
  void everyCheckHasItsPairAndEveryPairItsCheck() {
    assertThat(pairs().stream().map(Pairs.Pair::name))
        .containsExactlyInAnyOrderElementsOf(
            FORMS.all().stream().flatMap(EditCheckPairsTest::names).toList());
  }

  private static Stream<String> names(FormDefinition form) {
    return form.checks().stream().map(check -> form.key() + "/" + check.key());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theGoodPassesAndTheBadDoesNot(Pairs.Pair pair) {
    assertThat(fired(pair.name(), pair.good())).as("good").isFalse();
    assertThat(fired(pair.name(), pair.bad())).as("bad").isTrue();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyEntryOfAPairCanBeRead(Pairs.Pair pair) {
    FormDefinition form = form(pair.name());
    Stream.concat(pair.good().entrySet().stream(), pair.bad().entrySet().stream())
        .forEach(
            item ->
                assertThat(parsed(form, item.getKey(), (Entry.Value) item.getValue()))
                    .as(item.getKey())
                    .isInstanceOf(ItemDefinition.Parsed.Understood.class));
  }

  private static ItemDefinition.Parsed parsed(FormDefinition form, String item, Entry.Value value) {
    return form.item(form.key() + "." + item).orElseThrow().parse(value.text(), value.unit());
  }

  private static boolean fired(String name, SortedMap<String, Entry> items) {
    FormDefinition form = form(name);
    SortedMap<String, Entry> keyed = new TreeMap<>();
    items.forEach((item, entry) -> keyed.put(form.key() + "." + item, entry));
    FormInstance instance = new FormInstance(ParticipantCode.ofOrdinal(1), "visit", form.key(), 1);
    FormRecord record = FormRecord.empty(instance).supposing(keyed);
    return FormChecks.fired(FORMS, form, FormAnswers.of(FORMS, record, TODAY)).stream()
        .map(EditCheck::key)
        .anyMatch(name.substring(name.indexOf('/') + 1)::equals);
  }

  private static FormDefinition form(String name) {
    return FORMS.form(name.substring(0, name.indexOf('/'))).orElseThrow();
  }
}
