package org.lodestar.app.web;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Derived;

/**
 * The values of a tree that have trees of their own: a figure of the trial rests on everybody, and
 * only the branch that decides is shown whole.
 */
final class WhyBranches {
  /** A tree that is shown whole. */
  static final WhyBranches NONE = new WhyBranches();

  private record Branch(String name, String address) {}

  private final Map<Derived<?>, Branch> branches = new IdentityHashMap<>();
  private @Nullable Derived<?> deciding;

  void add(Derived<?> derived, String name, String address) {
    branches.put(derived, new Branch(name, address));
  }

  void decide(Derived<?> derived) {
    deciding = derived;
  }

  boolean isDeciding(Derived<?> derived) {
    return derived == deciding;
  }

  Optional<String> address(Derived<?> derived) {
    return Optional.ofNullable(branches.get(derived)).map(Branch::address);
  }

  Optional<String> name(Derived<?> derived) {
    return Optional.ofNullable(branches.get(derived)).map(Branch::name);
  }
}
