package org.lodestar.app.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.efficacy.Adjudication;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Agent;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.ItemDefinition;
import org.lodestar.trial.protocol.ItemType;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.Visit;
import org.lodestar.trial.safety.AdverseEvent;

/** What the trial calls its visits, forms, items and answers, in one language. */
record TrialWords(Protocol protocol, Language language) {
  private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

  /** What {@code DayOne.subject} writes: visit, day, agent. */
  private static final Pattern DAY_ONE = Pattern.compile("treatment\\.day-1/(.+)/(.+)/(.+)");

  /** How the schedule calls the assessment after radiotherapy that no regular one covers. */
  private static final String AFTER_RADIOTHERAPY = "-after-rt";

  private static final Words AFTER_RADIOTHERAPY_NAME = new Words(" after radiotherapy", "（放疗后）");
  private static final Words REVIEW = new Words("independent review", "独立影像评估");
  private static final Words ADJUDICATE = new Words("adjudication", "裁定");
  private static final Words RUNNING = new Words("whenever it happens", "随时记录");
  private static final Words YES = new Words("yes", "是");
  private static final Words NO = new Words("no", "否");
  private static final Words REDACTED = new Words("taken out", "已移除");
  private static final Words MISSING = new Words("no value: ", "无值：");
  private static final List<MissingReason> MISSING_REASONS =
      List.of(
          new MissingReason("not-done", new Words("not done", "未做")),
          new MissingReason("unknown", new Words("unknown", "未知")),
          new MissingReason("not-applicable", new Words("not applicable", "不适用")));

  /** A coded reason why an item has no value. */
  record MissingReason(String code, Words words) {}

  /** A visit of a series carries its number: {@code cycle-2} is the second {@code cycle}. */
  record VisitKey(String base, int number) {}

  static List<MissingReason> missingReasons() {
    return MISSING_REASONS;
  }

  VisitKey key(String visit) {
    if (planned(visit).isPresent()) {
      return new VisitKey(visit, 0);
    }
    Matcher numbered = NUMBERED.matcher(visit);
    if (numbered.matches() && planned(numbered.group(1)).isPresent()) {
      return new VisitKey(numbered.group(1), Integer.parseInt(numbered.group(2)));
    }
    return visit.endsWith(AFTER_RADIOTHERAPY)
        ? new VisitKey(visit.substring(0, visit.length() - AFTER_RADIOTHERAPY.length()), 0)
        : new VisitKey(visit, 0);
  }

  private Optional<Visit> planned(String key) {
    return protocol.visits().stream().filter(visit -> visit.key().equals(key)).findFirst();
  }

  /** An event's term; in Chinese the reporter's own words where there are any. */
  String term(AdverseEvent event) {
    boolean verbatim = language == Language.ZH && !event.verbatim().isEmpty();
    return verbatim ? event.verbatim() : say(event.words());
  }

  /** The place of a visit in the protocol; what is filed under no planned visit comes last. */
  int order(String visit) {
    String base = key(visit).base();
    List<Visit> visits = protocol.visits();
    for (int i = 0; i < visits.size(); i++) {
      if (visits.get(i).key().equals(base)) {
        return i;
      }
    }
    return visits.size();
  }

  String visit(String visit) {
    VisitKey key = key(visit);
    String name = visitGroup(key.base());
    if (visit.endsWith(AFTER_RADIOTHERAPY)) {
      return name + AFTER_RADIOTHERAPY_NAME.in(language);
    }
    return key.number() == 0 ? name : name + " " + key.number();
  }

  String visitGroup(String base) {
    return capital(planned(base).map(Visit::words).orElse(RUNNING).in(language));
  }

  String agent(String key) {
    return protocol.agents().stream()
        .filter(known -> known.key().equals(key))
        .map(Agent::name)
        .map(this::say)
        .findFirst()
        .orElse(key);
  }

  /** What a decision was about. */
  String subject(String subject) {
    Matcher dayOne = DAY_ONE.matcher(subject);
    return dayOne.matches()
        ? visit(dayOne.group(1)) + " · " + dayOne.group(2) + " · " + agent(dayOne.group(3))
        : subject.equals(Adjudication.SUBJECT) ? say(REVIEW) : subject;
  }

  /** What was decided: an action of treatment, or whose reading stands. */
  String action(String key) {
    return Stream.of(Action.values())
        .filter(action -> action.key().equals(key))
        .map(Action::words)
        .findFirst()
        .or(() -> Reader.of(key).map(Reader::words))
        .or(() -> Optional.of(ADJUDICATE).filter(any -> key.equals(Adjudication.PROPOSED)))
        .map(this::say)
        .orElse(key);
  }

  String form(String key) {
    return protocol.forms().form(key).map(FormDefinition::words).map(this::say).orElse(key);
  }

  String form(FormInstance instance) {
    String name = form(instance.form());
    boolean repeats =
        protocol.forms().form(instance.form()).filter(FormDefinition::isRepeating).isPresent();
    return repeats ? name + " " + instance.repeat() : name;
  }

  String item(String key) {
    return protocol.forms().item(key).map(ItemDefinition::words).map(this::say).orElse(key);
  }

  /** What stands in an item, as a person reads it. */
  String value(String key, @Nullable Entry entry) {
    return switch (entry) {
      case null -> "";
      case Entry.Redacted ignored -> REDACTED.in(language);
      case Entry.Value value when value.missing() != null ->
          MISSING.in(language) + missing(value.missing());
      case Entry.Value value ->
          value.unit() == null ? answer(key, value.text()) : value.text() + " " + value.unit();
    };
  }

  private String missing(String code) {
    return MISSING_REASONS.stream()
        .filter(reason -> reason.code().equals(code))
        .map(reason -> reason.words().in(language))
        .findFirst()
        .orElse(code);
  }

  private String answer(String key, String text) {
    return protocol.forms().item(key).map(item -> answer(item, text)).orElse(text);
  }

  private String answer(ItemDefinition item, String text) {
    if (item.type() == ItemType.YES_NO) {
      return text.equals("yes") ? YES.in(language) : text.equals("no") ? NO.in(language) : text;
    }
    return item.options().stream()
        .filter(option -> option.code().equals(text))
        .map(option -> option.words().in(language))
        .findFirst()
        .orElse(text);
  }

  String say(Words words) {
    return words.in(language);
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
