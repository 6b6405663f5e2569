package org.lodestar.app.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.lodestar.trial.enrolment.ScreenFailure;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.Stream;
import org.lodestar.trial.fact.Words;

/**
 * One fact as the audit trail shows it.
 *
 * @param at date and time of the site
 * @param details what it says, item by item
 */
record AuditLine(
    long seq,
    String at,
    String utc,
    String who,
    String participant,
    String kind,
    String where,
    String address,
    List<Detail> details,
    String reason,
    String hash) {
  private static final Words PROPOSED = new Words("the rules proposed", "规则建议");

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int HASH_DIGITS = 8;

  /** One member of the fact. */
  record Detail(String name, String value) {}

  static AuditLine of(Fact fact, TrialWords words, ZoneId zone) {
    return new AuditLine(
        fact.seq(),
        LOCAL.format(fact.at().atZone(zone)),
        fact.at().toString(),
        words.say(fact.header().role().words()),
        fact.participant() == null ? "" : fact.participant().text(),
        words.say(kind(fact.body().kind())),
        where(fact, words),
        address(fact),
        details(fact.body(), words),
        fact.reason() == null ? "" : fact.reason(),
        fact.hash().hex().substring(0, HASH_DIGITS));
  }

  private static String where(Fact fact, TrialWords words) {
    if (!(fact.stream() instanceof Stream.Form form)) {
      return "";
    }
    FormInstance instance = form.instance();
    return words.visit(instance.visit()) + " · " + words.form(instance);
  }

  private static String address(Fact fact) {
    return fact.stream() instanceof Stream.Form form
        ? "/participants/" + MatrixReader.address(form.instance())
        : "";
  }

  static Words kind(Kind kind) {
    return switch (kind) {
      case LOG_OPENED -> new Words("Log opened", "日志开启");
      case PROTOCOL_ACTIVATED -> new Words("Protocol activated", "方案启用");
      case ACCOUNT_OPENED -> new Words("Account opened", "账户开立");
      case PARTICIPANT_REGISTERED -> new Words("Participant registered", "受试者登记");
      case SCREEN_FAILED -> new Words("Screening ended", "筛选终止");
      case ENROLLED -> new Words("Enrolled", "入组");
      case FORM_SAVED -> new Words("Form saved", "表单保存");
      case FORM_COMPLETED -> new Words("Form complete", "表单完成");
      case FORM_REOPENED -> new Words("Form reopened", "表单重新打开");
      case DECIDED -> new Words("Decided", "作出决定");
      case CUT_NAMED -> new Words("Cut named", "命名数据截点");
      case ARTEFACT_IMPORTED -> new Words("File imported", "文件导入");
      case VALUE_REDACTED -> new Words("Value taken out", "数据值移除");
    };
  }

  private static List<Detail> decided(Body.Decided decided, TrialWords words) {
    Detail what = new Detail(words.subject(decided.subject()), words.action(decided.decided()));
    return decided.decided().equals(decided.proposed())
        ? List.of(what)
        : List.of(what, new Detail(words.say(PROPOSED), words.action(decided.proposed())));
  }

  private static List<Detail> details(Body body, TrialWords words) {
    return switch (body) {
      case Body.FormSaved saved ->
          saved.items().entrySet().stream()
              .map(
                  item ->
                      new Detail(
                          words.item(item.getKey()), words.value(item.getKey(), item.getValue())))
              .toList();
      case Body.LogOpened opened -> List.of(new Detail(opened.trial(), ""));
      case Body.ProtocolActivated activated ->
          List.of(new Detail(activated.version(), activated.bundle().hex().substring(0, 12)));
      case Body.AccountOpened account ->
          List.of(
              new Detail(
                  account.account(),
                  account.roles().stream()
                      .map(role -> words.say(role.words()))
                      .collect(Collectors.joining(" · "))));
      case Body.ParticipantRegistered registered ->
          List.of(new Detail(registered.code().text(), ""));
      case Body.ScreenFailed failed ->
          List.of(
              new Detail(
                  words.say(ScreenFailure.parse(failed.cause()).words()),
                  String.join(" · ", failed.criteria())));
      case Body.Enrolled enrolled ->
          List.of(new Detail(enrolled.number(), enrolled.on().toString()));
      case Body.FormCompleted ignored -> List.of();
      case Body.FormReopened ignored -> List.of();
      case Body.Decided decided -> decided(decided, words);
      case Body.CutNamed cut -> List.of(new Detail(cut.name(), cut.clinicalCutoff().toString()));
      case Body.ArtefactImported file -> List.of(new Detail(file.name(), file.mediaType()));
      case Body.ValueRedacted redacted ->
          List.of(new Detail(redacted.member(), Long.toString(redacted.seq())));
    };
  }
}
