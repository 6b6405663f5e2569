package org.lodestar.app.cli.bedside;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Failure;
import org.lodestar.app.cli.Session;
import org.lodestar.trial.fact.Derived;
import tools.jackson.databind.node.ObjectNode;

/** How a derived value is shown: its sentence with the rule's id, and the same as JSON. */
final class Shown {
  private Shown() {}

  /** {@code sentence [rule]}. */
  static String line(Session session, Derived<?> derived) {
    return derived.sentence(session.language()) + "  [" + derived.rule().id() + "]";
  }

  /** The sentence, the rule and the settings of the protocol that it used. */
  static ObjectNode node(Session session, ObjectNode node, Derived<?> derived) {
    node.put("rule", derived.rule().id()).put("because", derived.sentence(session.language()));
    if (!derived.settings().isEmpty()) {
      ObjectNode settings = node.putObject("settings");
      derived.settings().forEach((key, words) -> settings.put(key, words.in(session.language())));
    }
    return node;
  }

  static String plain(@Nullable BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }

  static String known(Derived<?> derived) {
    return derived.known().map(String::valueOf).orElse("-");
  }

  /** What the question lacks or says wrongly, as one line. */
  static Failure refused(String command, IllegalArgumentException wrong) {
    return CliRule.NOT_ANSWERED.because(
        wrong, "detail", String.valueOf(wrong.getMessage()), "command", "lodestar " + command);
  }
}
