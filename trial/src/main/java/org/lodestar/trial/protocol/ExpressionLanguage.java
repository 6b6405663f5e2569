package org.lodestar.trial.protocol;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.CONDITIONAL;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.IN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_AND;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_NOT;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_OR;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_EQUALS;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload.Binary;
import dev.cel.runtime.CelFunctionOverload.Unary;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.PartialDate;

/**
 * The closed language of criteria: CEL without numbers in binary, without macros, conversions,
 * regular expressions or clock; with exact decimals and with dates of which parts may be unknown.
 */
final class ExpressionLanguage {
  static final OpaqueType DECIMAL = OpaqueType.create("decimal");
  static final OpaqueType DATE = OpaqueType.create("date");
  static final OpaqueType MOMENT = OpaqueType.create("moment");

  /**
   * A clock time inside expressions; wrapped so that CEL does not take it for its own timestamp.
   */
  record ClockTime(LocalDateTime at) {}

  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType INT = SimpleType.INT;
  private static final CelType STRING = SimpleType.STRING;

  private final List<CelFunctionDecl> declarations = new ArrayList<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();

  private ExpressionLanguage() {
    declareDecimals();
    declareDates();
    declareMoments();
  }

  /** Built on first use: commands that evaluate nothing never pay for it. */
  private static final class Holder {
    static final ExpressionLanguage LANGUAGE = new ExpressionLanguage();
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.plannerRuntimeBuilder().addFunctionBindings(LANGUAGE.bindings).build();
  }

  static CelRuntime runtime() {
    return Holder.RUNTIME;
  }

  static CelCompiler compiler(Collection<Variable> variables) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .includeFunctions(
                        LOGICAL_AND,
                        LOGICAL_OR,
                        LOGICAL_NOT,
                        CONDITIONAL,
                        EQUALS,
                        NOT_EQUALS,
                        IN,
                        LESS,
                        LESS_EQUALS,
                        GREATER,
                        GREATER_EQUALS)
                    .build())
            .addFunctionDeclarations(Holder.LANGUAGE.declarations);
    variables.forEach(variable -> builder.addVar(variable.name(), typeOf(variable.type())));
    return builder.build();
  }

  private static CelType typeOf(ItemType type) {
    return switch (type) {
      case TEXT, CHOICE, LESION -> STRING;
      case INTEGER -> INT;
      case DECIMAL -> DECIMAL;
      case DATE, PARTIAL_DATE -> DATE;
      case DATE_TIME -> MOMENT;
      case YES_NO -> BOOL;
    };
  }

  private void declareDecimals() {
    compare("_<_", "less", (left, right) -> left.compareTo(right) < 0);
    compare("_<=_", "less_equals", (left, right) -> left.compareTo(right) <= 0);
    compare("_>_", "greater", (left, right) -> left.compareTo(right) > 0);
    compare("_>=_", "greater_equals", (left, right) -> left.compareTo(right) >= 0);
    calculate("_+_", "plus", ExactDecimal::plus);
    calculate("_-_", "minus", ExactDecimal::minus);
    calculate("_*_", "times", ExactDecimal::times);
    global("dec", "dec_of_text", DECIMAL, STRING);
    bind("dec_of_text", String.class, ExactDecimal::parse);
    global("dec", "dec_of_integer", DECIMAL, INT);
    bind("dec_of_integer", Long.class, ExactDecimal::of);
  }

  private void declareDates() {
    global("date", "date_of_text", DATE, STRING);
    bind("date_of_text", String.class, DateSpan::parse);
    judge("before", (one, other) -> told(one.isBefore(other), one, other));
    judge("after", (one, other) -> told(other.isBefore(one), one, other));
    judge("onOrBefore", (one, other) -> told(one.isOnOrBefore(other), one, other));
    judge("onOrAfter", (one, other) -> told(other.isOnOrBefore(one), one, other));
    judge("on", (one, other) -> told(one.isOn(other), one, other));
    shift("plusDays", (span, days) -> span.shifted(day -> day.plusDays(days)));
    shift("plusMonths", (span, months) -> span.shifted(day -> day.plusMonths(months)));
    shift("plusYears", (span, years) -> span.shifted(day -> day.plusYears(years)));
    member("partial", "date_partial", BOOL, DATE);
    bind("date_partial", DateSpan.class, DateSpan::isPartial);
  }

  private void declareMoments() {
    member("before", "moment_before", BOOL, MOMENT, MOMENT);
    bind("moment_before", ClockTime.class, ClockTime.class, (a, b) -> a.at().isBefore(b.at()));
    member("after", "moment_after", BOOL, MOMENT, MOMENT);
    bind("moment_after", ClockTime.class, ClockTime.class, (a, b) -> a.at().isAfter(b.at()));
    member("plusHours", "moment_plus_hours", MOMENT, MOMENT, INT);
    bind(
        "moment_plus_hours",
        ClockTime.class,
        Long.class,
        (time, hours) -> new ClockTime(time.at().plusHours(hours)));
    member("day", "moment_day", DATE, MOMENT);
    bind("moment_day", ClockTime.class, time -> DateSpan.of(time.at().toLocalDate()));
  }

  private void compare(String operator, String name, Binary<ExactDecimal, ExactDecimal> function) {
    global(operator, "decimal_" + name, BOOL, DECIMAL, DECIMAL);
    bind("decimal_" + name, ExactDecimal.class, ExactDecimal.class, function);
  }

  private void calculate(
      String operator, String name, Binary<ExactDecimal, ExactDecimal> function) {
    global(operator, "decimal_" + name, DECIMAL, DECIMAL, DECIMAL);
    bind("decimal_" + name, ExactDecimal.class, ExactDecimal.class, function);
  }

  private void judge(String name, Binary<DateSpan, DateSpan> function) {
    member(name, "date_" + name, BOOL, DATE, DATE);
    bind("date_" + name, DateSpan.class, DateSpan.class, function);
  }

  private void shift(String name, Binary<DateSpan, Long> function) {
    member(name, "date_" + name, DATE, DATE, INT);
    bind("date_" + name, DateSpan.class, Long.class, function);
  }

  /** Yes, no, or CEL's unknown with the names of the items whose date is too incomplete. */
  private static Object told(PartialDate.Answer answer, DateSpan one, DateSpan other) {
    return switch (answer) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> unknown(one.vagueWith(other));
    };
  }

  private static CelUnknownSet unknown(Set<String> variables) {
    return variables.stream()
        .map(name -> CelUnknownSet.create(CelAttribute.fromQualifiedIdentifier(name)))
        .reduce(CelUnknownSet::union)
        .orElseThrow(() -> new IllegalStateException("an undecided date without its item"));
  }

  private void global(String function, String overload, CelType result, CelType... arguments) {
    declare(function, CelOverloadDecl.newGlobalOverload(overload, result, arguments));
  }

  private void member(String function, String overload, CelType result, CelType... arguments) {
    declare(function, CelOverloadDecl.newMemberOverload(overload, result, arguments));
  }

  private void declare(String function, CelOverloadDecl overload) {
    declarations.add(CelFunctionDecl.newFunctionDeclaration(function, overload));
  }

  private <T> void bind(String overload, Class<T> argument, Unary<T> function) {
    bindings.add(CelFunctionBinding.from(overload, argument, function));
  }

  private <T, U> void bind(
      String overload, Class<T> first, Class<U> second, Binary<T, U> function) {
    bindings.add(CelFunctionBinding.from(overload, first, second, function));
  }

  /** The names of the functions that an expression may call, for messages. */
  static String functions() {
    return Holder.LANGUAGE.declarations.stream()
        .map(CelFunctionDecl::name)
        .filter(name -> !name.startsWith("_"))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
