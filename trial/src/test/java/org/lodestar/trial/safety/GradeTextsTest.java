package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.safety.GradeTexts.Meaning;

class GradeTextsTest {
  private static final Ctcae CTCAE = Ctcae.of(Ctcae.V5).orElseThrow();
  private static final TermFinder FINDER = new TermFinder(CTCAE);

  @Test
  void everyTermWithWordingHasItInBothLanguagesForExactlyTheGradesThatExist() {
    assertThat(GradeTexts.own().terms()).hasSizeGreaterThan(80);
    for (String name : GradeTexts.own().terms()) {
      CtcaeTerm term = FINDER.named(name).orElseThrow(() -> new AssertionError(name));
      Meaning meaning = GradeTexts.own().of(name).orElseThrow();

      assertThat(meaning.byGrade().keySet()).as(name).isEqualTo(term.grades());
      for (Words words : meaning.byGrade().values()) {
        assertThat(words.en()).as(name).isNotBlank();
        assertThat(words.zh()).as(name).containsPattern("\\p{IsHan}|\\d");
        assertThat(words.zh()).as(name).isNotEqualTo(words.en());
      }
    }
  }

  @Test
  void everyTermWithAChineseNameHasWording() {
    assertThat(CTCAE.terms().stream().filter(term -> term.chinese() != null))
        .allSatisfy(term -> assertThat(GradeTexts.own().of(term.name())).isPresent());
  }

  @Test
  void everyEventThatTheShippedTrialNamesInItsRulesHasATerm() {
    assertThat(FINDER.named("Reactive cutaneous capillary endothelial proliferation"))
        .hasValueSatisfying(
            term -> {
              assertThat(term.grades()).containsExactly(1, 2, 3);
              assertThat(FINDER.isOfDictionary(term)).isFalse();
            });
    assertThat(FINDER.search("RCCEP")).hasSize(1);
    assertThat(FINDER.search("反应性皮肤")).hasSize(1);
  }

  @Test
  void englishWordsOfATermNeedNotStandTogether() {
    assertThat(FINDER.search("hemorrhage  esophageal"))
        .extracting(CtcaeTerm::name)
        .contains("Esophageal hemorrhage")
        .doesNotContain("Intracranial hemorrhage");
    assertThat(FINDER.search("  ")).isEmpty();
  }

  /** Oracle: the dictionary as published by the National Cancer Institute. */
  @Test
  void noWordingIsASentenceOfThePublishedDictionary() {
    Set<String> published = new HashSet<>();
    for (JsonView term : Cases.sharedJson("data/ctcae/ctcae_v5.0.json").items("terms")) {
      JsonView grades = term.get("grades");
      for (String grade : grades.names()) {
        for (String part : grades.get(grade).text().split(";", -1)) {
          published.add(bare(part));
        }
        published.add(bare(grades.get(grade).text()));
      }
    }
    for (String name : GradeTexts.own().terms()) {
      for (Words words : GradeTexts.own().of(name).orElseThrow().byGrade().values()) {
        assertThat(published).as(name).doesNotContain(bare(words.en()));
      }
    }
  }

  private static String bare(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9<>=%]", "");
  }

  @Test
  void importedSentencesReplaceTheWordingAndNameTheirOriginAndDay() {
    PublishedTerm nausea =
        new PublishedTerm("Nausea", "Gastrointestinal disorders", one(1, "made up"), "queasy");
    GradeTexts texts = GradeTexts.imported(Ctcae.V5, LocalDate.of(2026, 1, 2), List.of(nausea));

    Meaning meaning = texts.of("nausea").orElseThrow();
    assertThat(meaning.byGrade()).isEqualTo(Map.of(1, Words.same("made up")));
    assertThat(meaning.definition()).isEqualTo("queasy");
    assertThat(meaning.source().message().in(Language.EN))
        .isEqualTo("NCI CTCAE v5.0, imported on 2026-01-02");
    assertThat(texts.of("Reactive cutaneous capillary endothelial proliferation"))
        .hasValueSatisfying(
            own ->
                assertThat(own.source().message().in(Language.EN))
                    .startsWith("short wording of this project"));
  }

  @Test
  void aFileLikeTheTableHasNoDifferences() {
    assertThat(new PublishedDictionary(likeTheTable()).differences(CTCAE)).isEmpty();
    assertThat(new PublishedDictionary(likeTheTable()).known(CTCAE)).isEqualTo(837);
  }

  @Test
  void everyDifferenceIsToldByItself() {
    List<PublishedTerm> terms = likeTheTable();
    PublishedTerm first = terms.getFirst();
    terms.set(0, new PublishedTerm("Anaemia", first.soc(), first.grades(), ""));
    PublishedTerm third = terms.get(2);
    terms.set(2, new PublishedTerm(third.name(), "Elsewhere", one(1, "x"), ""));
    terms.set(3, terms.get(4));
    terms.set(
        5, new PublishedTerm("FEBRILE NEUTROPENIA", terms.get(5).soc(), terms.get(5).grades(), ""));

    assertThat(
            new PublishedDictionary(terms)
                .differences(CTCAE).stream().map(message -> message.in(Language.EN)))
        .containsExactlyInAnyOrder(
            "\"Anaemia\" is no term of CTCAE v5.0",
            "\"Bone marrow hypocellular\" stands under \"Elsewhere\"; in CTCAE v5.0: \"Blood and"
                + " lymphatic system disorders\"",
            "\"Bone marrow hypocellular\" has the grades 1; in CTCAE v5.0: 1 2 3 4 5",
            "\"Eosinophilia\" stands 2 times",
            "\"FEBRILE NEUTROPENIA\" is written \"Febrile neutropenia\" in CTCAE v5.0",
            "\"Anemia\" is missing from the file",
            "\"Disseminated intravascular coagulation\" is missing from the file");
  }

  private static List<PublishedTerm> likeTheTable() {
    List<PublishedTerm> terms = new ArrayList<>();
    for (CtcaeTerm term : CTCAE.terms()) {
      TreeMap<Integer, String> grades = new TreeMap<>();
      new TreeSet<>(term.grades()).forEach(grade -> grades.put(grade, "made up " + grade));
      terms.add(new PublishedTerm(term.name(), term.soc(), grades, ""));
    }
    return terms;
  }

  private static TreeMap<Integer, String> one(int grade, String text) {
    return new TreeMap<>(Map.of(grade, text));
  }
}
