package org.lodestar.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.lodestar.trial.capture.Permission;
import org.lodestar.trial.efficacy.AssessedVisit;
import org.lodestar.trial.efficacy.BestResponse;
import org.lodestar.trial.efficacy.IndependentReview;
import org.lodestar.trial.efficacy.ReaderDifference;
import org.lodestar.trial.efficacy.ReaderDifference.Aspect;
import org.lodestar.trial.efficacy.ReaderReading;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.efficacy.TumourResponse;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.PrimaryAssessment;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.Setting;
import org.lodestar.trial.protocol.SettingsRead;

/** Lays the readings of one participant's images side by side. */
final class ReadersReader {
  private static final String NONE = "–";
  private static final Words PFS = new Words("Progression-free survival", "无进展生存期");
  private static final Words DAYS = new Words("{days} days, {result}", "{days} 天，{result}");
  private static final Words EVENT = new Words("event", "事件");
  private static final Words CENSORED = new Words("censored", "删失");
  private static final Words ENDPOINTS =
      new Words("Endpoints rest on {whose} assessment.", "终点依据：{whose}。");

  private static final Words MAY_NOT =
      new Words("A {role} may not adjudicate; an adjudicator does.", "{role}无权裁定；由裁定者裁定。");

  private final Dossier dossier;
  private final TrialWords words;
  private final IndependentReview review;
  private final SortedMap<String, Derived<?>> trees = new TreeMap<>();

  ReadersReader(Dossier dossier, TrialWords words) {
    this.dossier = dossier;
    this.words = words;
    this.review =
        dossier.review(words.protocol()).orElseThrow(() -> new NotThere(dossier.code().text()));
  }

  /** The adjudicator sees what she must judge; everybody else who may see efficacy. */
  static Optional<String> refusal(TrialWords words, Role role) {
    return role == Role.ADJUDICATOR ? Optional.empty() : EfficacyReader.refusal(words, role);
  }

  ReadersView read(Role role, List<String> problems) {
    return new ReadersView(
        dossier.code().text(),
        dossier.name(),
        "",
        review.readings().stream().map(this::column).toList(),
        visits(),
        figures(),
        differences(),
        new ReadersView.Standing(
            review.standing().isKnown(),
            say(review.standing()),
            why("standing", review.standing())),
        endpoints(),
        asked(role),
        problems);
  }

  /** The tree behind one cell, difference or sentence of the page. */
  Derived<?> tree(String subject) {
    visits();
    figures();
    differences();
    why("standing", review.standing());
    Derived<?> found = trees.get(subject);
    if (found == null) {
      throw new NotThere(subject);
    }
    return found;
  }

  private ReadersView.Column column(ReaderReading reading) {
    return column(reading.reader());
  }

  private ReadersView.Column column(Reader reader) {
    boolean stands = review.standing().known().filter(reader::equals).isPresent();
    return new ReadersView.Column(
        reader.key(), TrialWords.capital(words.say(reader.words())), stands);
  }

  private String say(Derived<?> derived) {
    return TrialWords.capital(new WhyWords(words).sentence(derived));
  }

  private String why(String subject, Derived<?> derived) {
    trees.put(subject, derived);
    return "/participants/"
        + dossier.code()
        + "/readers/why?subject="
        + URLEncoder.encode(subject, StandardCharsets.UTF_8);
  }

  private List<ReadersView.Line> visits() {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    review.readings().stream()
        .flatMap(reading -> reading.response().known().stream())
        .flatMap(response -> response.visits().stream())
        .sorted(Comparator.comparing(AssessedVisit::date))
        .forEach(visit -> days.putIfAbsent(visit.visit(), visit.date()));
    List<ReadersView.Line> lines = new ArrayList<>();
    days.forEach(
        (visit, day) ->
            lines.add(
                new ReadersView.Line(
                    words.visit(visit),
                    day.toString(),
                    differs(Aspect.RESPONSE, visit),
                    review.readings().stream().map(reading -> at(reading, visit)).toList())));
    return lines;
  }

  private ReadersView.Cell at(ReaderReading reading, String visit) {
    return reading.response().known().map(TumourResponse::visits).orElse(List.of()).stream()
        .filter(each -> each.visit().equals(visit))
        .findFirst()
        .map(
            each ->
                new ReadersView.Cell(
                    each.overall().get().code(),
                    why(reading.reader().key() + "/" + visit, each.overall())))
        .orElse(new ReadersView.Cell(NONE, ""));
  }

  private boolean differs(Aspect aspect, String visit) {
    return review.differences().stream()
        .map(Derived::get)
        .anyMatch(each -> each.aspect() == aspect && each.visit().equals(visit));
  }

  private List<ReadersView.Line> figures() {
    Function<BestResponse, String> code = best -> best.response().code();
    List<ReadersView.Line> lines = new ArrayList<>();
    lines.add(line(Aspect.BEST_RESPONSE, "best", ReaderReading::best, code));
    lines.add(
        line(Aspect.BEST_RESPONSE_CONFIRMED, "confirmed", ReaderReading::bestConfirmed, code));
    lines.add(
        line(Aspect.PROGRESSION, "progression", ReadersReader::onImages, LocalDate::toString));
    lines.add(
        new ReadersView.Line(
            words.say(PFS),
            "",
            false,
            cells("pfs", ReaderReading::progressionFreeSurvival, this::time)));
    return lines;
  }

  /** Without a biopsy, which belongs to no reader. */
  private static Derived<LocalDate> onImages(ReaderReading reading) {
    return reading.response().isKnown()
        ? reading.response().get().progression()
        : reading.progression();
  }

  private <T> ReadersView.Line line(
      Aspect aspect,
      String subject,
      Function<ReaderReading, Derived<T>> part,
      Function<T, String> shown) {
    return new ReadersView.Line(
        TrialWords.capital(words.say(aspect.words())),
        "",
        differs(aspect, ""),
        cells(subject, part, shown));
  }

  private <T> List<ReadersView.Cell> cells(
      String subject, Function<ReaderReading, Derived<T>> part, Function<T, String> shown) {
    List<ReadersView.Cell> cells = new ArrayList<>();
    for (ReaderReading reading : review.readings()) {
      Derived<T> derived = part.apply(reading);
      cells.add(
          new ReadersView.Cell(
              derived.known().map(shown).orElse(NONE),
              why(reading.reader().key() + "/" + subject, derived)));
    }
    return cells;
  }

  private String time(TimeToEvent time) {
    return Message.of(DAYS, "days", time.days(), "result", time.event() ? EVENT : CENSORED)
        .in(words.language());
  }

  private List<ReadersView.Difference> differences() {
    List<ReadersView.Difference> lines = new ArrayList<>();
    for (Derived<ReaderDifference> each : review.differences()) {
      String subject = "difference/" + each.get().aspect() + "/" + each.get().visit();
      lines.add(new ReadersView.Difference(say(each), why(subject, each)));
    }
    return lines;
  }

  private String endpoints() {
    Setting<PrimaryAssessment> primary = words.protocol().get(ImagingSettings.PRIMARY_ASSESSMENT);
    return primary
        .find()
        .map(whose -> Message.of(ENDPOINTS, "whose", whose.words()))
        .orElseGet(() -> SettingsRead.leftOpen(primary))
        .in(words.language());
  }

  private ReadersView.Asked asked(Role role) {
    if (review.adjudication().isEmpty()) {
      return new ReadersView.Asked(false, false, "", "", "", 0, List.of());
    }
    Proposal<Integer> question = review.adjudication().get();
    Proposal.Decision decision = question.decision();
    return new ReadersView.Asked(
        review.isPending(),
        question.status() == Proposal.Status.OUT_OF_DATE,
        question.inputs().hex(),
        mayNot(role),
        say(question.derived()),
        decision == null ? 0 : decision.seq(),
        review.readings().stream()
            .map(ReaderReading::reader)
            .filter(Reader::isIndependent)
            .map(this::column)
            .toList());
  }

  private String mayNot(Role role) {
    return Permission.ADJUDICATE.allows(role)
        ? ""
        : Message.of(MAY_NOT, "role", role.words()).in(words.language());
  }
}
