package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.trial.cases.Golden;
import org.lodestar.trial.fact.Language;

class ProtocolTextTest {
  private static final ProtocolDocument DOCUMENT =
      ProtocolDocument.of(ShippedTrial.folder().protocol());
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePrintedProtocolIsTheApprovedOne(Language language) {
    String name = "escc-ldrt." + language.name().toLowerCase(java.util.Locale.ROOT) + ".md";
    Golden.assertSame("trial/src/test/resources/protocol/" + name, text(language));
  }

  /** The digest changes with every file of the folder, also with those that are not printed. */
  private static String text(Language language) {
    return ProtocolText.render(DOCUMENT, language).replace(DOCUMENT.bundle().hex(), "<digest>");
  }

  @Test
  void englishTextHasNoChineseInIt() {
    assertThat(text(Language.EN).lines()).noneMatch(line -> HAN.matcher(line).find());
  }

  @Test
  void everyLabelAndStatusIsTranslated() {
    for (ProtocolDocument.Section section : DOCUMENT.sections()) {
      for (ProtocolDocument.Row row : section.rows()) {
        assertThat(row.label().zh()).as(row.path()).containsPattern(HAN);
        assertThat(row.status().words().zh()).containsPattern(HAN);
        row.source().ifPresent(s -> assertThat(s.zh()).as(row.path()).isNotBlank());
        row.table()
            .ifPresent(
                t ->
                    t.heads().forEach(h -> assertThat(h.zh()).as(row.path()).containsPattern(HAN)));
      }
    }
  }

  @Test
  void everySettingIsPrintedOnce() {
    assertThat(DOCUMENT.sections().stream().flatMap(s -> s.rows().stream()).map(r -> r.path()))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(ShippedTrial.folder().protocol().settings());
  }

  @Test
  void theHeadOfThePrintCountsWhatIsUnconfirmed() {
    long examples = ShippedTrial.folder().protocol().open().size();
    assertThat(text(Language.EN))
        .contains(examples + " settings are example values that nobody has confirmed; 0 are not");
  }
}
