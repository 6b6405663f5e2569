package org.lodestar.app.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.safety.CtcaeTerm;
import org.lodestar.trial.safety.GradeOfTerm;
import org.lodestar.trial.safety.GradeTexts;
import org.lodestar.trial.safety.GradeTexts.Meaning;

/** Reads what the grades of an adverse event's term mean, in the trial's own dictionary. */
record GradeReader(GradeOfTerm rule, String version, GradeTexts texts, Language language) {
  private static final int MOST_CANDIDATES = 8;
  private static final Words NO_TERM =
      new Words(
          "\"{term}\" is no term of {version}; choose one below or search with other words",
          "“{term}”不是 {version} 的术语；请在下方选择，或换词查找");
  private static final Words NOT_FOUND =
      new Words(
          "\"{term}\" is no term of {version}; search in English, Chinese or pinyin",
          "“{term}”不是 {version} 的术语；可用英文、中文或拼音查找");
  private static final Words NO_WORDING =
      new Words(
          "this project has no wording for this term; \"lodestar ctcae import FILE\" brings the"
              + " dictionary's sentences",
          "本项目对该术语无表述；可用“lodestar ctcae import FILE”导入词典原文");
  private static final Words BESIDE =
      new Words("no term of {version}; graded by its own scale", "非 {version} 术语，按其自身标准分级");
  private static final Words TWO_SOURCES =
      new Words("{own}; below it: {imported}", "中文：{own}；英文：{imported}");

  /** The reader for a form; empty for forms of other kinds and for dictionaries not at hand. */
  static Optional<GradeReader> of(
      Protocol protocol, FormDefinition form, GradeTexts texts, Language language) {
    return GradeOfTerm.of(protocol, form)
        .map(rule -> new GradeReader(rule, rule.finder().ctcae().version(), texts, language));
  }

  String termItem() {
    return rule.termItem();
  }

  String gradeItem() {
    return rule.gradeItem();
  }

  String verbatimItem() {
    return rule.form() + ".verbatim";
  }

  /** The part of the page below the chosen term and grade. */
  GradesView read(String term, String grade, String verbatim) {
    return rule.finder()
        .named(term)
        .map(found -> ofTerm(found, grade))
        .orElseGet(() -> term.isBlank() ? unchosen(verbatim) : unknown(term));
  }

  private GradesView unchosen(String verbatim) {
    return withoutTerm("", candidates(verbatim));
  }

  private GradesView unknown(String term) {
    List<GradesView.Candidate> near = candidates(term);
    Words note = near.isEmpty() ? NOT_FOUND : NO_TERM;
    return withoutTerm(say(note, "term", term, "version", version), near);
  }

  private GradesView withoutTerm(String note, List<GradesView.Candidate> near) {
    return new GradesView(termItem(), gradeItem(), "", note, "", List.of(), "", near);
  }

  private List<GradesView.Candidate> candidates(String text) {
    return rule.finder().search(text).stream()
        .limit(MOST_CANDIDATES)
        .map(
            term ->
                new GradesView.Candidate(
                    term.name(), term.chinese() == null ? "" : term.chinese().name()))
        .toList();
  }

  private GradesView ofTerm(CtcaeTerm term, String grade) {
    Optional<Meaning> meaning = texts.of(term.name());
    List<GradesView.Line> lines =
        term.grades().stream().map(each -> line(term, each, grade, meaning)).toList();
    return new GradesView(
        termItem(),
        gradeItem(),
        title(term),
        meaning.isPresent() ? "" : say(NO_WORDING),
        rule.impossible(term, grade).map(message -> message.in(language)).orElse(""),
        lines,
        meaning.map(found -> source(term, found)).orElse(""),
        List.of());
  }

  private GradesView.Line line(
      CtcaeTerm term, int grade, String chosen, Optional<Meaning> meaning) {
    String words = meaning.map(found -> words(found, grade)).orElse("");
    String own = ownChinese(term, meaning).map(found -> words(found, grade)).orElse("");
    boolean isChosen = chosen.strip().equals(Integer.toString(grade));
    return own.isEmpty()
        ? new GradesView.Line(grade, words, "", isChosen)
        : new GradesView.Line(grade, own, words, isChosen);
  }

  private String words(Meaning meaning, int grade) {
    Words words = meaning.byGrade().get(grade);
    return words == null ? "" : words.in(language);
  }

  /** Our Chinese words, where the sentences that are shown are English alone. */
  private Optional<Meaning> ownChinese(CtcaeTerm term, Optional<Meaning> meaning) {
    boolean isEnglish =
        language == Language.ZH
            && meaning.isPresent()
            && meaning.get().source() instanceof GradeTexts.Source.Imported;
    return isEnglish ? GradeTexts.own().of(term.name()) : Optional.empty();
  }

  private String source(CtcaeTerm term, Meaning meaning) {
    String source = meaning.source().message().in(language);
    if (!rule.finder().isOfDictionary(term)) {
      return say(BESIDE, "version", version) + (language == Language.ZH ? "；" : "; ") + source;
    }
    return ownChinese(term, Optional.of(meaning))
        .map(
            own -> say(TWO_SOURCES, "own", own.source().message().in(language), "imported", source))
        .orElse(source);
  }

  private String title(CtcaeTerm term) {
    return term.chinese() == null ? term.name() : term.name() + " " + term.chinese().name();
  }

  private String say(Words words, Object... namesAndValues) {
    return Message.of(words, namesAndValues).in(language);
  }

  /** The text that a form has for an item, saved or about to be. */
  static String text(@Nullable Entry entry) {
    return entry instanceof Entry.Value value && value.missing() == null ? value.text() : "";
  }
}
