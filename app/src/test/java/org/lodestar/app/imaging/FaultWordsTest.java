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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomFault;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.trial.fact.Language;

/** Whatever cannot be read as DICOM is said in both languages, with the same values. */
class FaultWordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static Set<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(place -> place.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(DicomFault.class)
  void everyFaultHasASentenceInBothLanguagesWithTheSameValues(DicomFault fault) {
    String english = FaultWords.SENTENCES.sentence(fault, Language.EN);
    String chinese = FaultWords.SENTENCES.sentence(fault, Language.ZH);

    assertThat(english).isNotBlank().doesNotContainPattern(CHINESE);
    assertThat(chinese).containsPattern(CHINESE);
    assertThat(places(chinese)).isEqualTo(places(english));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noSentenceIsLeftOfAFaultThatIsNoMore(Language language) throws IOException {
    Properties words = new Properties();
    String file = "faults_" + (language == Language.EN ? "en" : "zh") + ".properties";
    try (InputStream in = FaultWords.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    assertThat(words.stringPropertyNames())
        .isEqualTo(Arrays.stream(DicomFault.values()).map(Enum::name).collect(Collectors.toSet()));
  }

  @Test
  void aFileThatIsNoDicomIsSaidWithoutAWordOfTheOtherLanguage() {
    DicomException fault = new DicomException(DicomFault.FILE_TOO_LARGE, 4_000, 2_000);
    Finding finding = new Finding(FindingCode.UNREADABLE_FILE, "a.dcm", fault.values());

    assertThat(FindingWords.say(finding, Language.EN))
        .isEqualTo("a file could not be read (file of 4000 bytes: at most 2000 are read)");
    assertThat(FindingWords.say(finding, Language.ZH))
        .isEqualTo("文件无法读取（文件有 4000 字节；最多读取 2000 字节）");
  }

  @Test
  void whatWasFoundIsNeverTakenForAPlace() {
    DicomException fault = new DicomException(DicomFault.NO_DECIMAL, "{1}", "$1 {0}");

    assertThat(FaultWords.message(fault).in(Language.EN))
        .isEqualTo("{1} holds '$1 {0}', which is no decimal number");
    assertThat(FaultWords.message(fault).in(Language.ZH)).isEqualTo("{1} 的值“$1 {0}”不是十进制数");
  }

  @Test
  void aValueThatIsNoFaultIsShownAsItIs() {
    Finding finding = new Finding(FindingCode.INVALID_VALUE, "a.dcm", "Pixel Data", "10 < 20 B");

    assertThat(FindingWords.say(finding, Language.ZH)).endsWith("Pixel Data, 10 < 20 B");
  }
}
