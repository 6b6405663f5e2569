package org.lodestar.app.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.radiotherapy.finding.Severity;
import org.lodestar.trial.fact.Language;

/** Every finding is said in both languages, with the same values. */
class FindingWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static Set<String> places(FindingCode code, Language language) {
    Matcher place = PLACE.matcher(FindingWords.SENTENCES.sentence(code, language));
    Set<String> places = new TreeSet<>();
    while (place.find()) {
      places.add(place.group());
    }
    return places;
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeHasASentenceInBothLanguagesWithTheSameValues(FindingCode code) {
    String english = FindingWords.SENTENCES.sentence(code, Language.EN);
    String chinese = FindingWords.SENTENCES.sentence(code, Language.ZH);

    assertThat(english).isNotBlank().doesNotContainPattern(CHINESE);
    assertThat(chinese).containsPattern(CHINESE);
    assertThat(places(code, Language.ZH)).isEqualTo(places(code, Language.EN));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noSentenceIsLeftOfACodeThatIsNoMore(Language language) throws IOException {
    Properties words = new Properties();
    String file = "findings_" + (language == Language.EN ? "en" : "zh") + ".properties";
    try (InputStream in = FindingWords.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    assertThat(words.stringPropertyNames())
        .isEqualTo(Arrays.stream(FindingCode.values()).map(Enum::name).collect(Collectors.toSet()));
  }

  @Test
  void valuesStandWhereTheSentencePutsThem() {
    Finding machine = new Finding(FindingCode.MACHINE_CHANGED, "PLAN1", "14", "LINAC-2", "LINAC-1");

    assertThat(FindingWords.line(machine, Language.EN))
        .isEqualTo("note · PLAN1: fraction 14 was given on LINAC-2 instead of LINAC-1");
    assertThat(FindingWords.line(machine, Language.ZH))
        .isEqualTo("提示 · PLAN1：第 14 次照射在 LINAC-2 进行，而非 LINAC-1");
  }

  @Test
  void noValueIsLost() {
    Finding invalid = new Finding(FindingCode.INVALID_VALUE, "a.dcm", "Pixel Data", "10 < 20 B");

    assertThat(FindingWords.say(invalid, Language.EN)).endsWith(": Pixel Data, 10 < 20 B");
    assertThat(FindingWords.say(invalid, Language.ZH)).endsWith("：Pixel Data, 10 < 20 B");
  }

  @Test
  void aValueThatIsNotThereOrEmptyShowsADash() {
    assertThat(FindingWords.say(new Finding(FindingCode.DUPLICATE_OBJECT, "a.dcm"), Language.EN))
        .isEqualTo("the same object is in the folder twice (–)");
    assertThat(FindingWords.say(new Finding(FindingCode.DUPLICATE_OBJECT, "a", ""), Language.ZH))
        .isEqualTo("文件夹中同一对象出现两次（–）");
    assertThat(
            FindingWords.say(new Finding(FindingCode.DUPLICATE_OBJECT, "a", "$1\\"), Language.EN))
        .endsWith("($1\\)");
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void everySeverityIsSaidInBothLanguages(Severity severity) {
    assertThat(FindingWords.severity(severity).en()).isNotBlank();
    assertThat(FindingWords.severity(severity).zh()).containsPattern(CHINESE);
  }
}
