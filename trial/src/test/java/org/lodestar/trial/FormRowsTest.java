package org.lodestar.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.TrialIndex.FormRow;
import org.lodestar.trial.TrialIndex.FormStep;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.ParticipantCode;

class FormRowsTest {
  private static final Instant AT = Instant.parse("2024-03-01T00:00:00Z");
  private final FormRows rows = new FormRows();

  private static FormInstance form(int repeat) {
    return new FormInstance(new ParticipantCode("S-001"), "cycle-1", "laboratory", repeat);
  }

  private void apply(long seq, int repeat, Kind kind) {
    rows.apply(new FormStep(seq, AT, form(repeat), seq, kind));
  }

  @Property
  void inWhicheverOrderFormsAreBegunTheyStandInTheirs(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 20) Integer> repeats) {
    FormRows some = new FormRows();
    TreeMap<FormInstance, Long> last = new TreeMap<>();
    long seq = 0;
    for (int repeat : repeats) {
      seq++;
      some.apply(new FormStep(seq, AT, form(repeat), seq, Kind.FORM_SAVED));
      last.put(form(repeat), seq);
    }
    assertThat(some.all().stream().map(FormRow::instance)).containsExactlyElementsOf(last.keySet());
    assertThat(some.all().stream().map(FormRow::lastSeq)).containsExactlyElementsOf(last.values());
  }

  @Test
  void aFormIsCompleteUntilItIsReopened() {
    apply(1, 1, Kind.FORM_SAVED);
    assertThat(rows.find(form(1)).complete()).isFalse();
    apply(2, 1, Kind.FORM_COMPLETED);
    apply(3, 1, Kind.FORM_SAVED);
    assertThat(rows.find(form(1)).complete()).isTrue();
    apply(4, 1, Kind.FORM_REOPENED);
    assertThat(rows.find(form(1)).complete()).isFalse();
    assertThat(rows.find(form(1)).version()).isEqualTo(4);
  }

  @Test
  void aFormThatWasNotBegunHasNoRow() {
    apply(1, 2, Kind.FORM_SAVED);
    assertThat(rows.find(form(1))).isNull();
    assertThat(rows.find(form(3))).isNull();
  }
}
