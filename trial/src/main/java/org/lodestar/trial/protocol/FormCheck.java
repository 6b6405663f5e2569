package org.lodestar.trial.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a form against its kind, its own consistency, and its expressions. */
final class FormCheck {
  /** Words that CEL keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private static final String AGENT = "agent";

  private final Forms forms;
  private final Findings.Builder findings;

  FormCheck(Forms forms, Findings.Builder findings) {
    this.forms = forms;
    this.findings = findings;
  }

  void check(FormDefinition form) {
    form.items().forEach(item -> checkItem(form, item));
    for (KindItem wanted : form.kind().items()) {
      if (wanted.required()
          && form.items().stream().noneMatch(item -> wanted.covers(item.name()))) {
        findings.error(
            FormRule.LACKS_ITEM,
            form.place(),
            "kind",
            form.kind().key(),
            "item",
            wanted.name(),
            "type",
            wanted.type().key());
      }
    }
    form.checks().forEach(check -> checkExpression(form, check));
  }

  private void checkItem(FormDefinition form, ItemDefinition item) {
    checkName(item);
    checkChoices(item);
    checkUnits(item);
    checkRanges(item);
    form.kind().item(item.name()).ifPresent(wanted -> checkKind(form.kind(), wanted, item));
    if (item.visibleWhen() != null && item.rangeOf() == null) {
      checkFaults(item.visibleWhen(), item.place());
    }
  }

  private void checkName(ItemDefinition item) {
    if (RESERVED.contains(item.name())) {
      findings.error(FormRule.RESERVED_NAME, item.place(), "value", item.name());
    }
  }

  private void checkChoices(ItemDefinition item) {
    if ((item.type() == ItemType.CHOICE) == item.options().isEmpty()) {
      findings.error(
          FormRule.CHOICES, item.place(), "item", item.key(), "value", item.type().key());
    }
    Set<String> seen = new HashSet<>();
    for (String code : item.codes()) {
      if (!seen.add(code)) {
        findings.error(FormRule.DUPLICATE_CODE, item.place(), "item", item.key(), "value", code);
      }
    }
  }

  private void checkUnits(ItemDefinition item) {
    if (item.type() != ItemType.DECIMAL
        && (item.dimension() != null || !item.units().isEmpty() || item.rangeOf() != null)) {
      findings.error(
          FormRule.DIMENSION_WITHOUT_DECIMAL,
          item.place(),
          "item",
          item.key(),
          "value",
          item.type().key());
      return;
    }
    List<String> legal = item.dimension() == null ? List.of() : item.dimension().units();
    for (String unit : item.units()) {
      if (!legal.contains(unit)) {
        findings.error(
            FormRule.UNITS,
            item.place(),
            "item",
            item.key(),
            "value",
            unit,
            "allowed",
            legal.isEmpty() ? "-" : String.join(", ", legal));
      }
    }
  }

  private void checkRanges(ItemDefinition item) {
    boolean isNumber = item.type() == ItemType.DECIMAL || item.type() == ItemType.INTEGER;
    checkRange(item, "hard", item.hard(), isNumber, null);
    checkRange(item, "soft", item.soft(), isNumber, item.hard());
  }

  private void checkRange(
      ItemDefinition item,
      String which,
      @Nullable Range range,
      boolean isNumber,
      @Nullable Range outer) {
    if (range == null) {
      return;
    }
    String allowed = null;
    if (!isNumber) {
      allowed = "-";
    } else if (range.min().compareTo(range.max()) >= 0) {
      allowed = "min < max";
    } else if (outer != null && !outer.contains(range)) {
      allowed = outer.toString();
    }
    if (allowed != null) {
      findings.error(
          FormRule.RANGE,
          item.place(),
          "which",
          which,
          "item",
          item.key(),
          "value",
          range.toString(),
          "allowed",
          allowed);
    }
  }

  private void checkKind(FormKind kind, KindItem wanted, ItemDefinition item) {
    if (!item.type().serves(wanted.type())) {
      differs(FormRule.TYPE_OF_KIND, kind, item, item.type().key(), wanted.type().key());
    } else if (wanted.type() == ItemType.DECIMAL
        && !Objects.equals(wanted.dimension(), item.dimension())) {
      differs(
          FormRule.DIMENSION_OF_KIND, kind, item, key(item.dimension()), key(wanted.dimension()));
    }
    for (String code : item.codes()) {
      if (!wanted.codes().isEmpty() && !wanted.codes().contains(code)) {
        differs(FormRule.CODE_OF_KIND, kind, item, code, String.join(", ", wanted.codes()));
      }
    }
  }

  private static String key(@Nullable Dimension dimension) {
    return dimension == null ? "-" : dimension.key();
  }

  private void differs(
      FormRule rule, FormKind kind, ItemDefinition item, String value, String allowed) {
    findings.error(
        rule,
        item.place(),
        "kind",
        kind.key(),
        "item",
        item.key(),
        "value",
        value,
        "allowed",
        allowed);
  }

  private void checkExpression(FormDefinition form, EditCheck check) {
    if (checkFaults(check.requires(), check.place())
        && forms.vocabulary().expression(check.requires()).items().stream()
            .noneMatch(key -> form.item(key).isPresent())) {
      findings.error(FormRule.CHECK_OF_OTHER_FORM, check.place(), "check", check.key());
    }
  }

  private boolean checkFaults(String expression, Place place) {
    List<Expression.Fault> faults = forms.vocabulary().expression(expression).faults();
    for (Expression.Fault fault : faults) {
      Finding finding = new Finding(Finding.Severity.ERROR, fault.rule(), fault.message(), place);
      findings.addAll(new Findings(List.of(finding)));
    }
    return faults.isEmpty();
  }

  /** Whether a form has what rules need of one agent of the trial. */
  void checkAgent(FormDefinition form, String agent) {
    for (KindItem wanted : form.kind().items()) {
      String name = wanted.name().replace("*", agent);
      if (wanted.isPerAgent()
          && wanted.required()
          && form.item(form.key() + "." + name).isEmpty()) {
        findings.error(FormRule.NO_AGENT_ITEM, form.place(), "agent", agent, "item", name);
      }
    }
    form.item(form.key() + "." + AGENT)
        .filter(item -> form.kind().item(AGENT).isPresent() && !item.codes().contains(agent))
        .ifPresent(
            item ->
                findings.error(
                    FormRule.NO_AGENT_CODE, item.place(), "agent", agent, "item", item.key()));
  }
}
