package org.lodestar.trial.protocol;

import dev.cel.compiler.CelCompiler;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything that the expressions of one trial may name. Each expression is compiled once. */
public final class Vocabulary {
  private final SortedMap<String, Variable> byName;
  private final Map<String, Expression> expressions = new ConcurrentHashMap<>();
  private volatile @Nullable CelCompiler compiler;

  /**
   * @throws IllegalArgumentException when two variables have the same name in expressions
   */
  public Vocabulary(Collection<Variable> variables) {
    SortedMap<String, Variable> names = new TreeMap<>();
    for (Variable variable : variables) {
      Variable other = names.put(variable.name(), variable);
      if (other != null) {
        throw new IllegalArgumentException(
            other.key() + " and " + variable.key() + " are both called " + variable.name());
      }
    }
    this.byName = Collections.unmodifiableSortedMap(names);
  }

  /** The expression of a text; whether it can be used, its {@link Expression#faults} say. */
  public Expression expression(String text) {
    return expressions.computeIfAbsent(text, key -> new Expression(key, this));
  }

  public Collection<Variable> variables() {
    return byName.values();
  }

  SortedMap<String, Variable> byName() {
    return byName;
  }

  String keyOf(String name) {
    Variable variable = byName.get(name);
    return variable == null ? name : variable.key();
  }

  CelCompiler compiler() {
    CelCompiler ready = compiler;
    if (ready == null) {
      ready = ExpressionLanguage.compiler(byName.values());
      compiler = ready;
    }
    return ready;
  }
}
