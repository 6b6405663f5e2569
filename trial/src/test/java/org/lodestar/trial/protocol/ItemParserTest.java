package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.ItemDefinition.Parsed;

class ItemParserTest {
  private static final Forms FORMS =
      Forms.read(Bundle.of(TrialFolder.files(FormsReader.FOLDER))).forms();

  private static Parsed parse(String item, String text, String unit) {
    return FORMS.item(item).orElseThrow().parse(text, unit);
  }

  @ParameterizedTest(name = "{0}: \"{1}\" {2} is {3}")
  @CsvSource({
    "laboratory.creatinine, 88.42, umol/L, 88.42",
    "laboratory.creatinine, 88.42, µmol/L, 88.42",
    "laboratory.creatinine, 1.0, mg/dL, 88.42",
    "laboratory.haemoglobin, １２０, g/L, 120",
    "laboratory.neutrophils, 1.50, ×10^9/L, 1.50",
    "laboratory.neutrophils, 1.5, 10*9/L, 1.5",
    "performance.weight, 60.5, , 60.5",
    "lesion.diameter, 4.2, cm, 42",
    "laboratory.inr, 1.1, , 1.1",
  })
  void decimalsAreReadInTheFirstUnit(String item, String text, String unit, String expected) {
    assertThat(parse(item, text, unit))
        .isInstanceOfSatisfying(
            Parsed.Understood.class,
            understood -> {
              assertThat(((ItemValue.Decimal) understood.value()).number())
                  .isEqualByComparingTo(new BigDecimal(expected));
              assertThat(understood.doubt()).isNull();
            });
  }

  @ParameterizedTest(name = "{0}: \"{1}\" {2} is refused: {3}")
  @CsvSource({
    "laboratory.creatinine, 80, , UNKNOWN_UNIT",
    "laboratory.creatinine, 80, mmol/L, UNKNOWN_UNIT",
    "laboratory.inr, 1.1, s, UNKNOWN_UNIT",
    "laboratory.creatinine, <5, umol/L, UNREADABLE",
    "laboratory.creatinine, '1,2', umol/L, UNREADABLE",
    "laboratory.creatinine, 1e3, umol/L, UNREADABLE",
    "laboratory.haemoglobin, 12, g/L, OK",
    "laboratory.haemoglobin, 9.9, g/L, IMPOSSIBLE",
    "performance.weight, 250.1, kg, IMPOSSIBLE",
    "performance.ecog, 6, , IMPOSSIBLE",
    "performance.ecog, 1.0, , UNREADABLE",
    "vital-signs.measured-on, 2025-02-30, , UNREADABLE",
    "vital-signs.measured-on, 2025-02, , UNREADABLE",
    "adverse-event.started-on, 2025-2, , UNREADABLE",
    "demography.sex, woman, , UNREADABLE",
    "adverse-event.serious, maybe, , UNREADABLE",
    "administration.started-at, 2025-03-10, , UNREADABLE",
  })
  void whatIsNotAValueIsRefused(String item, String text, String unit, String expected) {
    Parsed parsed = parse(item, text, unit);
    String rule = parsed instanceof Parsed.Wrong wrong ? wrong.rule().name() : "OK";
    assertThat(rule).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: \"{1}\"")
  @CsvSource({
    "vital-signs.measured-on, 2025年3月5日, 2025-03-05",
    "vital-signs.measured-on, ２０２５-０３-０５, 2025-03-05",
    "adverse-event.started-on, 2025年3月, 2025-03",
    "adverse-event.started-on, 2025, 2025",
  })
  void datesAreReadAsPeopleWriteThem(String item, String text, String expected) {
    Parsed.Understood understood = (Parsed.Understood) parse(item, text, null);
    assertThat(((ItemValue.Date) understood.value()).date()).hasToString(expected);
  }

  @Test
  void anUnusualValueIsUnderstoodAndDoubted() {
    Parsed.Understood understood = (Parsed.Understood) parse("laboratory.haemoglobin", "64", "g/L");
    assertThat(understood.doubt()).isNotNull();
    assertThat(understood.doubt().in(Language.EN))
        .isEqualTo(
            "Haemoglobin: 64 g/L is unusual; mostly it lies within 65 - 180 g/L. Confirm or"
                + " correct it.");
    assertThat(understood.doubt().in(Language.ZH)).contains("血红蛋白", "64 g/L", "65 - 180 g/L");
  }

  @Test
  void yesAndNoAreReadInBothLanguages() {
    assertThat(parse("adverse-event.serious", "是", null))
        .isEqualTo(new Parsed.Understood(new ItemValue.YesNo(true), null));
    assertThat(parse("adverse-event.serious", "no", null))
        .isEqualTo(new Parsed.Understood(new ItemValue.YesNo(false), null));
  }

  @Test
  void aClockTimeNeedsDateAndTime() {
    assertThat(parse("administration.started-at", "2025-03-10 09:30", null))
        .isInstanceOf(Parsed.Understood.class);
  }
}
