package org.lodestar.trial.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;

class FormRecordTest {
  private static final FormInstance INSTANCE =
      new FormInstance(ParticipantCode.ofOrdinal(1), "cycle-1", "lab", 1);
  private static final ItemRecord.Save SAVE =
      new ItemRecord.Save(7, Instant.EPOCH, "somebody", Role.COORDINATOR, null);

  private static ItemRecord item(String key, String text) {
    return new ItemRecord(key, List.of(new ItemRecord.Change(SAVE, Entry.typed(text))));
  }

  /** Keys of the form itself, of other forms before and after it, and of no form at all. */
  @Provide
  Arbitrary<List<String>> keys() {
    Arbitrary<String> forms = Arbitraries.of("", "k.", "la.", "lab.", "lab", "laba.", "m.");
    Arbitrary<String> names =
        Arbitraries.strings().withChars("ab-z1").ofMinLength(1).ofMaxLength(3);
    return forms
        .flatMap(form -> names.map(name -> form + name))
        .list()
        .uniqueElements()
        .ofMaxSize(9);
  }

  @Property
  void everyItemIsFoundByItsKeyAndByTheNameThatRulesKnow(@ForAll("keys") List<String> keys) {
    FormRecord form =
        FormRecord.empty(INSTANCE).with(keys.stream().map(key -> item(key, key)).toList());

    for (String key : keys) {
      assertThat(form.item(key)).isNotNull().extracting(ItemRecord::key).isEqualTo(key);
      if (key.startsWith("lab.")) {
        assertThat(form.named(key.substring(4))).isSameAs(form.item(key));
      }
    }
    assertThat(form.items().keySet()).containsExactlyElementsOf(keys.stream().sorted().toList());
  }

  @Property
  void whatIsNotThereIsNotFound(
      @ForAll("keys") List<String> keys, @ForAll("keys") List<String> no) {
    FormRecord form =
        FormRecord.empty(INSTANCE).with(keys.stream().map(key -> item(key, key)).toList());

    for (String key : no) {
      assertThat(form.item(key) != null).isEqualTo(keys.contains(key));
      assertThat(form.named(key) != null).isEqualTo(keys.contains("lab." + key));
    }
  }

  @Property
  void aChangeReplacesWhatItNamesAndLeavesTheRest(
      @ForAll("keys") List<String> keys, @ForAll("keys") List<String> changed) {
    FormRecord before =
        FormRecord.empty(INSTANCE).with(keys.stream().map(key -> item(key, "old")).toList());
    TreeMap<String, String> expected = new TreeMap<>();
    keys.forEach(key -> expected.put(key, "old"));
    changed.forEach(key -> expected.put(key, "new"));

    FormRecord after = before.with(changed.stream().map(key -> item(key, "new")).toList());

    TreeMap<String, String> held = new TreeMap<>();
    after.items().keySet().forEach(key -> held.put(key, after.text(key)));
    assertThat(held).isEqualTo(expected);
    keys.forEach(key -> assertThat(before.text(key)).isEqualTo("old"));
  }

  @Test
  void aReaderReadsAFormOnceAndAgainWhenItHasChanged() {
    AtomicInteger readings = new AtomicInteger();
    Sheet.Reader<String> reader =
        sheet -> {
          readings.incrementAndGet();
          return sheet.text("anc").get();
        };
    Sheet.Reader<Integer> other = sheet -> 42;
    FormRecord form = FormRecord.empty(INSTANCE).with(List.of(item("lab.anc", "1.5")));

    List<Object> seen = new ArrayList<>();
    seen.add(new Sheet(form).once(reader));
    seen.add(new Sheet(form).once(other));
    seen.add(new Sheet(form).once(reader));
    assertThat(seen).containsExactly("1.5", 42, "1.5");
    assertThat(readings).hasValue(1);

    FormRecord corrected = form.with(List.of(item("lab.anc", "2.5")));
    assertThat(new Sheet(corrected).once(reader)).isEqualTo("2.5");
    assertThat(new Sheet(form).once(reader)).isEqualTo("1.5");
    assertThat(readings).hasValue(2);
  }
}
