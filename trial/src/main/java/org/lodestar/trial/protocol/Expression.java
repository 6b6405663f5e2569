package org.lodestar.trial.protocol;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;

/**
 * A yes-or-no expression over the items of a trial: a criterion, an edit check, a condition.
 * Compiled and type-checked on first use; immutable to its users, safe for many threads.
 *
 * <p>A missing item never counts as no. {@code a && b} is not met when one of them is not met,
 * whether or not the other is known; {@code a || b} is met when one of them is met; everything else
 * that hangs on a missing item is {@link Verdict.Missing} and names it.
 */
public final class Expression {
  /** Why an expression cannot be used. */
  public record Fault(Rule rule, Message message) {}

  private record Compiled(List<Fault> faults, List<Used> used, @Nullable Program program) {}

  /** A variable that the expression names, and how CEL is told that it is missing. */
  private record Used(Variable variable, String name, CelAttributePattern pattern) {
    static Used of(Variable variable) {
      String name = variable.name();
      return new Used(variable, name, CelAttributePattern.fromQualifiedIdentifier(name));
    }
  }

  private final String text;
  private final Vocabulary vocabulary;
  private volatile @Nullable Compiled compiled;

  Expression(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  public String text() {
    return text;
  }

  /** Everything wrong with the expression; empty when it can be evaluated. */
  public List<Fault> faults() {
    return compiled().faults();
  }

  /** Keys of the items that the expression names; empty while it has faults. */
  public SortedSet<String> items() {
    SortedSet<String> keys = new TreeSet<>();
    compiled().used().forEach(used -> keys.add(used.variable().key()));
    return keys;
  }

  /**
   * @param answers what is known; an item without an answer is missing
   * @throws IllegalStateException when the expression has faults, which reading the folder reports
   * @throws IllegalArgumentException when an answer is not of its item's type
   */
  public Verdict evaluate(Answers answers) {
    Compiled ready = compiled();
    if (ready.program() == null) {
      throw new IllegalStateException(
          "an expression with faults is never evaluated: " + ready.faults());
    }
    Object result = run(ready.program(), new Known(ready.used(), answers));
    return switch (result) {
      case Boolean met -> Verdict.of(met);
      case CelUnknownSet unknown -> missing(unknown);
      default -> throw new IllegalStateException(text + " gave " + result);
    };
  }

  private Object run(Program program, Known known) {
    try {
      return known.missing().isEmpty()
          ? program.eval(known)
          : program.eval(PartialVars.of(known, known.missing()));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(text + ": " + e.getMessage(), e);
    }
  }

  private Verdict missing(CelUnknownSet unknown) {
    SortedSet<String> keys = new TreeSet<>();
    for (CelAttribute attribute : unknown.attributes()) {
      keys.add(vocabulary.keyOf(attribute.toString()));
    }
    return new Verdict.Missing(keys);
  }

  private Compiled compiled() {
    Compiled ready = compiled;
    if (ready == null) {
      ready = compile();
      compiled = ready;
    }
    return ready;
  }

  private Compiled compile() {
    CelValidationResult parsed = vocabulary.compiler().parse(text);
    if (parsed.hasError()) {
      return faulty(List.of(problem(ExpressionRule.NOT_AN_EXPRESSION, parsed)));
    }
    try {
      CelAbstractSyntaxTree tree = parsed.getAst();
      ExpressionCheck check = new ExpressionCheck(text, vocabulary.byName());
      List<Fault> faults = check.parsed(tree);
      return faults.isEmpty() ? typed(tree, check) : faulty(faults);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException(text + ": " + e.getMessage(), e);
    }
  }

  private Compiled typed(CelAbstractSyntaxTree parsed, ExpressionCheck check)
      throws CelValidationException, CelEvaluationException {
    CelValidationResult checked = vocabulary.compiler().check(parsed);
    if (checked.hasError()) {
      return faulty(List.of(problem(ExpressionRule.WRONG_TYPE, checked)));
    }
    CelAbstractSyntaxTree tree = checked.getAst();
    if (!tree.getResultType().equals(SimpleType.BOOL)) {
      String type = tree.getResultType().name();
      return faulty(
          List.of(ExpressionCheck.fault(ExpressionRule.NOT_YES_OR_NO, text, "value", type)));
    }
    List<Fault> faults = check.typed(tree);
    return faults.isEmpty()
        ? new Compiled(
            List.of(),
            check.used(parsed).stream().map(Used::of).toList(),
            ExpressionLanguage.runtime().createProgram(tree))
        : faulty(faults);
  }

  private static Compiled faulty(List<Fault> faults) {
    return new Compiled(faults, List.of(), null);
  }

  private Fault problem(ExpressionRule rule, CelValidationResult result) {
    CelIssue first = result.getErrors().getFirst();
    String where = "[" + (first.getSourceLocation().getColumn() + 1) + "] ";
    return ExpressionCheck.fault(rule, text, "problem", where + first.getMessage());
  }

  @Override
  public String toString() {
    return text;
  }

  /** The answers as CEL asks for them. */
  private static final class Known implements CelVariableResolver {
    private final java.util.Map<String, Object> values = new java.util.HashMap<>();
    private final List<CelAttributePattern> missing = new java.util.ArrayList<>();

    Known(List<Used> used, Answers answers) {
      for (Used each : used) {
        ItemValue answer = answers.valueOf(each.variable().key());
        if (answer == null) {
          missing.add(each.pattern());
        } else {
          values.put(each.name(), celValue(each.variable(), answer));
        }
      }
    }

    List<CelAttributePattern> missing() {
      return missing;
    }

    @Override
    public Optional<Object> find(String name) {
      return Optional.ofNullable(values.get(name));
    }

    private static Object celValue(Variable variable, ItemValue answer) {
      return switch (answer) {
        case ItemValue.Text(String text)
            when variable.type() == ItemType.TEXT || variable.type() == ItemType.LESION ->
            text;
        case ItemValue.Choice(String code) when variable.type() == ItemType.CHOICE -> code;
        case ItemValue.Whole(long number) when variable.type() == ItemType.INTEGER -> number;
        case ItemValue.Decimal(var number) when variable.type() == ItemType.DECIMAL ->
            new ExactDecimal(number);
        case ItemValue.YesNo(boolean yes) when variable.type() == ItemType.YES_NO -> yes;
        case ItemValue.Date(var date)
            when variable.type() == ItemType.DATE || variable.type() == ItemType.PARTIAL_DATE ->
            DateSpan.of(date, variable.name());
        case ItemValue.Moment(var at) when variable.type() == ItemType.DATE_TIME ->
            new ExpressionLanguage.ClockTime(at);
        default ->
            throw new IllegalArgumentException(
                variable.key() + " is of type " + variable.type().key() + "; got: " + answer);
      };
    }
  }
}
