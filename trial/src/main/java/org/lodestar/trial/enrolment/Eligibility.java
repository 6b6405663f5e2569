package org.lodestar.trial.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormAnswers;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.ItemRecord;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Criterion;
import org.lodestar.trial.protocol.CriterionKind;
import org.lodestar.trial.protocol.Expression;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Verdict;
import org.lodestar.trial.protocol.Visit;

/**
 * Every criterion of the bundle judged on a casebook: met, not met, or missing with the items that
 * are not there. A missing item is never held against anyone.
 *
 * @param criteria in the order of the protocol
 */
public record Eligibility(List<Judged> criteria) {
  private static final Words MET = new Words("met", "符合");
  private static final Words NOT_MET = new Words("not met", "不符合");

  /**
   * One criterion judged.
   *
   * @param met true when an inclusion criterion holds, or an exclusion criterion does not apply
   */
  public record Judged(Criterion criterion, Derived<Boolean> met, List<String> missingItems) {
    public Judged {
      missingItems = List.copyOf(missingItems);
    }
  }

  public Eligibility {
    criteria = List.copyOf(criteria);
  }

  /** Judges all criteria on what the screening forms hold. */
  public static Eligibility derive(Casebook casebook, Protocol protocol, LocalDate today) {
    FormAnswers answers = screening(casebook, protocol, today);
    return new Eligibility(
        protocol.criteria().stream()
            .map(criterion -> judge(criterion, protocol, answers))
            .toList());
  }

  /**
   * What screening says: for each form the first visit in the order of the protocol that has it.
   * Later copies of the same form are other visits' business.
   */
  private static FormAnswers screening(Casebook casebook, Protocol protocol, LocalDate today) {
    Map<String, String> visitOf = new HashMap<>();
    for (Visit visit : protocol.visits()) {
      visit.forms().forEach(form -> visitOf.putIfAbsent(form, visit.key()));
    }
    return FormAnswers.of(
        protocol.forms(), today, item -> recordOf(casebook, visitOf.get(formOf(item)), item));
  }

  private static Optional<ItemRecord> recordOf(
      Casebook casebook, @Nullable String visit, String item) {
    FormRecord form = visit == null ? null : casebook.form(visit, formOf(item));
    return form == null ? Optional.empty() : Optional.ofNullable(form.item(item));
  }

  private static String formOf(String item) {
    int dot = item.indexOf('.');
    return dot < 0 ? item : item.substring(0, dot);
  }

  private static Judged judge(Criterion criterion, Protocol protocol, FormAnswers answers) {
    Expression expression = protocol.forms().vocabulary().expression(criterion.expression());
    List<Input> inputs = new ArrayList<>();
    expression
        .items()
        .forEach(item -> answers.recordOf(item).map(ItemRecord::ref).ifPresent(inputs::add));
    return switch (expression.evaluate(answers)) {
      case Verdict.Met ignored -> known(criterion, true, inputs);
      case Verdict.NotMet ignored -> known(criterion, false, inputs);
      case Verdict.Missing missing -> unknown(criterion, missing, inputs);
    };
  }

  private static Judged known(Criterion criterion, boolean holds, List<Input> inputs) {
    boolean met = holds == (criterion.kind() == CriterionKind.INCLUSION);
    return new Judged(
        criterion,
        Derived.of(EnrolmentRule.CRITERION, met, inputs)
            .with("criterion", criterion.words())
            .with("verdict", met ? MET : NOT_MET)
            .with("expression", criterion.expression()),
        List.of());
  }

  private static Judged unknown(Criterion criterion, Verdict.Missing missing, List<Input> inputs) {
    return new Judged(
        criterion,
        Derived.missing(
            EnrolmentRule.CRITERION,
            Message.of(
                EnrolmentRule.CRITERION_MISSING.words(),
                "criterion",
                criterion.words(),
                "items",
                String.join(", ", missing.items())),
            inputs),
        List.copyOf(missing.items()));
  }

  public List<Judged> notMet() {
    return criteria.stream()
        .filter(judged -> judged.met().known().filter(met -> !met).isPresent())
        .toList();
  }

  public List<Judged> missing() {
    return criteria.stream().filter(judged -> !judged.met().isKnown()).toList();
  }

  public List<Judged> met() {
    return criteria.stream().filter(judged -> judged.met().known().orElse(false)).toList();
  }

  /** Whether she may enter; missing as long as one criterion is, unless another is not met. */
  public Derived<Boolean> eligible() {
    List<Derived<Boolean>> inputs = criteria.stream().map(Judged::met).toList();
    if (notMet().isEmpty() && !missing().isEmpty()) {
      return Derived.missing(EnrolmentRule.ELIGIBILITY, count(), inputs);
    }
    return Derived.of(EnrolmentRule.ELIGIBILITY, notMet().isEmpty(), inputs)
        .with("met", met().size())
        .with("count", criteria.size())
        .with("notMet", notMet().size())
        .with("missing", missing().size());
  }

  private Message count() {
    return Message.of(
        EnrolmentRule.ELIGIBILITY.words(),
        "met",
        met().size(),
        "count",
        criteria.size(),
        "notMet",
        notMet().size(),
        "missing",
        missing().size());
  }

  /** All facts on which the judgement rests. */
  public List<FactRef> facts() {
    return criteria.stream()
        .flatMap(judged -> judged.met().facts().stream())
        .distinct()
        .collect(Collectors.toList());
  }
}
