package org.lodestar.trial.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Cases;
import org.lodestar.trial.fact.JsonView;

class CtcaeTest {
  private static final Ctcae CTCAE = Ctcae.of("CTCAE v5.0").orElseThrow();

  @Test
  void theDictionaryHasItsTermsClassesAndGrades() {
    assertThat(CTCAE.terms()).hasSize(837);
    assertThat(CTCAE.terms().stream().map(CtcaeTerm::soc).distinct()).hasSize(26);
    Map<Integer, Long> byCount =
        CTCAE.terms().stream()
            .collect(
                Collectors.groupingBy(
                    term -> term.grades().size(), TreeMap::new, Collectors.counting()));
    assertThat(byCount).isEqualTo(Map.of(5, 330L, 3, 249L, 4, 154L, 2, 68L, 1, 36L));
  }

  @Test
  void aGradeThatTheTermDoesNotHaveIsKnownToBeWrong() {
    assertThat(CTCAE.term("alopecia").orElseThrow().hasGrade(3)).isFalse();
    assertThat(CTCAE.term("Esophageal perforation").orElseThrow().grades())
        .containsExactly(2, 3, 4, 5);
  }

  @Test
  void everyClassEndsWithATermThatNeedsTheInvestigatorsOwnWords() {
    assertThat(CTCAE.terms().stream().filter(CtcaeTerm::needsVerbatim)).hasSize(26);
  }

  @Test
  void anotherVersionIsNotTakenForThisOne() {
    assertThat(Ctcae.of("CTCAE v4.03")).isEmpty();
    assertThat(LaboratoryRules.of("CTCAE v4.03")).isEmpty();
  }

  /** Oracle: the dictionary as published by the National Cancer Institute. */
  @Test
  void everyTermClassAndGradeIsThatOfThePublishedDictionary() {
    List<JsonView> published = Cases.sharedJson("data/ctcae/ctcae_v5.0.json").items("terms");
    assertThat(published).hasSize(837);
    for (JsonView each : published) {
      CtcaeTerm term = CTCAE.term(each.get("term").text()).orElseThrow();
      TreeSet<Integer> grades = new TreeSet<>();
      each.get("grades").names().forEach(grade -> grades.add(Integer.valueOf(grade)));
      assertThat(term.name()).isEqualTo(each.get("term").text());
      assertThat(term.soc()).isEqualTo(each.get("soc").text());
      assertThat(term.grades()).isEqualTo(grades);
    }
  }

  @Test
  void aTermIsFoundInEnglishChineseAndPinyin() {
    for (String text : List.of("esophageal fist", "食管瘘", "shiguanlou", "shi guan lou", "sgl")) {
      assertThat(CTCAE.search(text))
          .as(text)
          .extracting(CtcaeTerm::name)
          .contains("Esophageal fistula");
    }
    assertThat(CTCAE.search("ANEMIA").getFirst().name()).isEqualTo("Anemia");
    assertThat(CTCAE.search("")).isEmpty();
  }

  @Test
  void everyChineseNameIsThatOfATermAndNoTwoAreTheSame() {
    List<CtcaeTerm> named = CTCAE.terms().stream().filter(term -> term.chinese() != null).toList();
    assertThat(named).hasSize(118);
    assertThat(named.stream().map(term -> term.words().zh()).distinct()).hasSize(118);
  }

  @Test
  void termsThatBeginWithTheWordsStandFirstThenThoseWithAChineseName() {
    List<CtcaeTerm> found = CTCAE.search("pain");
    int notFirst = 0;
    while (found.get(notFirst).name().toLowerCase(java.util.Locale.ROOT).startsWith("pain")) {
      notFirst++;
    }
    assertThat(notFirst).isPositive();
    List<CtcaeTerm> rest = found.subList(notFirst, found.size());
    assertThat(rest).noneMatch(term -> term.name().startsWith("Pain"));
    int named = (int) rest.stream().filter(term -> term.chinese() != null).count();
    assertThat(rest.subList(0, named)).allMatch(term -> term.chinese() != null);
    assertThat(rest.subList(named, rest.size()))
        .isSortedAccordingTo(java.util.Comparator.comparing(CtcaeTerm::name));
  }

  @Test
  void anEventBesideTheDictionaryIsFoundByItsNameAndStandsInAClassOfIt() {
    TermFinder finder = new TermFinder(CTCAE);
    CtcaeTerm rccep =
        finder.named(" reactive cutaneous CAPILLARY endothelial proliferation ").orElseThrow();

    assertThat(rccep.soc()).isEqualTo("Skin and subcutaneous tissue disorders");
    assertThat(rccep.words().zh()).isEqualTo("反应性皮肤毛细血管增生症");
    assertThat(finder.isOfDictionary(rccep)).isFalse();
    CtcaeTerm anaemia = finder.named("anemia").orElseThrow();
    assertThat(finder.isOfDictionary(anaemia)).isTrue();
    assertThat(finder.named("no such event")).isEmpty();
    assertThat(finder.search("capillary endothelial")).contains(rccep);
    assertThat(finder.search("no such event")).isEmpty();
  }

  @Test
  void theNameStandsInEnglishWhereThereIsNoChineseOne() {
    for (CtcaeTerm term : CTCAE.terms()) {
      assertThat(term.words().en()).isEqualTo(term.name());
      assertThat(term.words().zh().equals(term.name())).isEqualTo(term.chinese() == null);
    }
    assertThat(CTCAE.version()).isEqualTo("CTCAE v5.0");
  }
}
