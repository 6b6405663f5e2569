package org.lodestar.trial.protocol;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.lodestar.trial.fact.Message;

/** Finds in the syntax tree of an expression what CEL would let pass or explain badly. */
final class ExpressionCheck {
  private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");
  private static final String MEMBERSHIP = "@in";

  private final String text;
  private final SortedMap<String, Variable> variables;
  private final List<Expression.Fault> faults = new ArrayList<>();

  ExpressionCheck(String text, SortedMap<String, Variable> variables) {
    this.text = text;
    this.variables = variables;
  }

  /** Faults that show before types are known. */
  List<Expression.Fault> parsed(CelAbstractSyntaxTree tree) {
    nodes(tree).forEach(this::checkNode);
    return List.copyOf(faults);
  }

  /** Faults that show when types are known. */
  List<Expression.Fault> typed(CelAbstractSyntaxTree tree) {
    calls(tree).forEach(call -> checkDateEquality(call, tree));
    return List.copyOf(faults);
  }

  /** The variables that the expression names. */
  List<Variable> used(CelAbstractSyntaxTree tree) {
    return nodes(tree)
        .filter(ExpressionCheck::isWholeName)
        .map(node -> variables.get(nameOf(node.expr())))
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Stream<CelNavigableExpr> nodes(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree).getRoot().allNodes();
  }

  private static Stream<CelExpr> calls(CelAbstractSyntaxTree tree) {
    return nodes(tree).filter(node -> node.getKind() == Kind.CALL).map(CelNavigableExpr::expr);
  }

  private void checkNode(CelNavigableExpr node) {
    if (node.getKind() == Kind.CONSTANT) {
      checkConstant(node.expr().constant());
    } else if (node.getKind() == Kind.CALL) {
      checkCall(node.expr().call());
    } else if (isWholeName(node)) {
      checkName(nameOf(node.expr()));
    }
  }

  private void checkConstant(CelConstant constant) {
    if (constant.getKind() == CelConstant.Kind.DOUBLE_VALUE) {
      String value = new BigDecimal(Double.toString(constant.doubleValue())).toPlainString();
      report(ExpressionRule.NO_BINARY_NUMBERS, "value", value);
    } else if (constant.getKind() == CelConstant.Kind.NULL_VALUE) {
      report(ExpressionRule.NO_NULL);
    }
  }

  private void checkName(String name) {
    if (!variables.containsKey(name)) {
      report(ExpressionRule.UNKNOWN_ITEM, "value", name, "nearest", nearest(name));
    }
  }

  private String nearest(String name) {
    return Nearest.to(name, variables.keySet()).map(other -> " (" + other + "?)").orElse("");
  }

  private void checkCall(CelExpr.CelCall call) {
    String function = call.function();
    if (function.equals("has")) {
      report(ExpressionRule.NO_HAS);
    } else if (function.equals("dec")) {
      checkLiteral(call, "dec('1.5')", ExpressionCheck::isDecimal);
    } else if (function.equals("date")) {
      checkLiteral(call, "date('2026-11-22')", ExpressionCheck::isDate);
    } else if (EQUALITY.contains(function)) {
      checkCodes(call.args().get(0), List.of(call.args().get(1)));
      checkCodes(call.args().get(1), List.of(call.args().get(0)));
    } else if (function.equals(MEMBERSHIP) && call.args().get(1).getKind() == Kind.LIST) {
      checkCodes(call.args().get(0), call.args().get(1).list().elements());
    } else if (Character.isLetter(function.charAt(0)) && !knows(function)) {
      report(
          ExpressionRule.UNKNOWN_FUNCTION,
          "value",
          function,
          "allowed",
          ExpressionLanguage.functions());
    }
  }

  private static boolean knows(String function) {
    return Arrays.asList(ExpressionLanguage.functions().split(", ")).contains(function);
  }

  private void checkLiteral(
      CelExpr.CelCall call, String example, java.util.function.Predicate<String> fits) {
    if (call.args().size() != 1 || isItemAsDecimal(call)) {
      return;
    }
    Optional<String> literal = literal(call.args().getFirst());
    if (literal.filter(fits).isEmpty()) {
      report(
          ExpressionRule.BAD_LITERAL,
          "function",
          call.function(),
          "allowed",
          example,
          "value",
          literal.map(value -> "'" + value + "'").orElse("?"));
    }
  }

  /** {@code dec(lesion.count)} turns a whole number into a decimal; that is no literal. */
  private boolean isItemAsDecimal(CelExpr.CelCall call) {
    CelExpr argument = call.args().getFirst();
    Variable variable = variables.get(nameOf(argument));
    boolean wholeNumber =
        argument.getKind() == Kind.CONSTANT
            && argument.constant().getKind() == CelConstant.Kind.INT64_VALUE;
    return call.function().equals("dec")
        && (wholeNumber || (variable != null && variable.type() == ItemType.INTEGER));
  }

  private void checkCodes(CelExpr item, List<CelExpr> compared) {
    Variable variable = variables.get(nameOf(item));
    if (variable == null || variable.codes().isEmpty()) {
      return;
    }
    for (CelExpr expression : compared) {
      Optional<String> code = literal(expression);
      if (code.isPresent() && !variable.codes().contains(code.get())) {
        report(
            ExpressionRule.UNKNOWN_CODE,
            "item",
            variable.name(),
            "value",
            code.get(),
            "allowed",
            String.join(", ", variable.codes()));
      }
    }
  }

  private void checkDateEquality(CelExpr expression, CelAbstractSyntaxTree tree) {
    CelExpr.CelCall call = expression.call();
    if (!EQUALITY.contains(call.function()) && !call.function().equals(MEMBERSHIP)) {
      return;
    }
    if (tree.getTypeOrThrow(call.args().getFirst().id()).equals(ExpressionLanguage.DATE)) {
      String operator =
          call.function().equals(MEMBERSHIP) ? "in" : call.function().replace("_", "");
      report(ExpressionRule.NO_DATE_EQUALITY, "value", operator);
    }
  }

  private static boolean isDecimal(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Optional<String> literal(CelExpr expression) {
    return expression.getKind() == Kind.CONSTANT
            && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expression.constant().stringValue())
        : Optional.empty();
  }

  private static boolean isWholeName(CelNavigableExpr node) {
    boolean name = node.getKind() == Kind.SELECT || node.getKind() == Kind.IDENT;
    return name && node.parent().map(parent -> parent.getKind() != Kind.SELECT).orElse(true);
  }

  /** The dotted name of an identifier or selection; empty for anything else. */
  private static String nameOf(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> expression.ident().name();
      case SELECT -> nameOf(expression.select().operand()) + "." + expression.select().field();
      default -> "";
    };
  }

  private void report(ExpressionRule rule, String... namesAndValues) {
    faults.add(fault(rule, text, namesAndValues));
  }

  static Expression.Fault fault(ExpressionRule rule, String text, String... more) {
    List<Object> values = new ArrayList<>(List.of("expression", text));
    values.addAll(List.of(more));
    return new Expression.Fault(rule, Message.of(rule.words(), values.toArray()));
  }
}
