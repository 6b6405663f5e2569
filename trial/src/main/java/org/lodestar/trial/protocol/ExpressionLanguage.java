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
                    .includeFunctions(LOGICAL_AND, LOGICAL_OR, LOGICAL_NOT, CONDITIONAL)
                    .includeFunctions(EQUALS, NOT_EQUALS, IN)
                    .includeFunctions(LESS, LESS_EQUALS, GREATER, GREATER_EQUALS)
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
    compare("_<_", "less", sign -> sign < 0);
    compare("_<=_", "less_equals", sign -> sign <= 0);
    compare("_>_", "greater", sign -> sign > 0);
    compare("_>=_", "greater_equals", sign -> sign >= 0);
    calculate("_+_", "plus", ExactDecimal::plus);
    calculate("_-_", "minus", ExactDecimal::minus);
    calculate("_*_", "times", ExactDecimal::times);
    global("dec", "dec_of_text", DECIMAL, STRING);
    bind("dec_of_text", String.class, ExactDecimal::parse);
    global("dec", "dec_of_integer", DECIMAL, INT);
    bind(
        "dec_of_integer",
        Long.class,
        number -> new ExactDecimal(java.math.BigDecimal.valueOf(number)));
  }

  private void declareDates() {
    global("date", "date_of_text", DATE, STRING);
    bind("date_of_text", String.class, DateSpan::parse);
    judge("before", DateSpan::isBefore);
    judge("after", (one, other) -> other.isBefore(one));
    judge("onOrBefore", DateSpan::isOnOrBefore);
    judge("onOrAfter", (one, other) -> other.isOnOrBefore(one));
    judge("on", DateSpan::isOn);
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
    bind(
        "moment_day",
        ClockTime.class,
        time -> new DateSpan(time.at().toLocalDate(), time.at().toLocalDate(), Set.of()));
  }

  private void compare(String operator, String name, java.util.function.IntPredicate sign) {
    String overload = "decimal_" + name;
    global(operator, overload, BOOL, DECIMAL, DECIMAL);
    bind(
        overload,
        ExactDecimal.class,
        ExactDecimal.class,
        (left, right) -> sign.test(left.compareTo(right)));
  }

  private void calculate(
      String operator, String name, java.util.function.BinaryOperator<ExactDecimal> function) {
    String overload = "decimal_" + name;
    global(operator, overload, DECIMAL, DECIMAL, DECIMAL);
    bind(overload, ExactDecimal.class, ExactDecimal.class, function::apply);
  }

  private void judge(
      String name, java.util.function.BiFunction<DateSpan, DateSpan, PartialDate.Answer> answer) {
    String overload = "date_" + name;
    member(name, overload, BOOL, DATE, DATE);
    bind(
        overload,
        DateSpan.class,
        DateSpan.class,
        (left, right) ->
            switch (answer.apply(left, right)) {
              case YES -> true;
              case NO -> false;
              case UNKNOWN -> unknown(left.vagueWith(right));
            });
  }

  private void shift(
      String name, java.util.function.BiFunction<DateSpan, Long, DateSpan> function) {
    String overload = "date_" + name;
    member(name, overload, DATE, DATE, INT);
    bind(overload, DateSpan.class, Long.class, function::apply);
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

  private <T> void bind(
      String overload, Class<T> argument, java.util.function.Function<T, Object> function) {
    bindings.add(CelFunctionBinding.from(overload, argument, function::apply));
  }

  private <T, U> void bind(
      String overload,
      Class<T> first,
      Class<U> second,
      java.util.function.BiFunction<T, U, Object> function) {
    bindings.add(CelFunctionBinding.from(overload, first, second, function::apply));
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
