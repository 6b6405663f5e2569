package org.lodestar.app.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.lodestar.trial.fact.Derived;

/**
 * The values of a tree that have trees of their own: a figure of the trial rests on everybody, and
 * only the branch that decides is shown whole.
 */
final class WhyBranches {
  /** A tree that is shown whole. */
  static final WhyBranches NONE = new WhyBranches();

  private record Branch(String name, String address) {}

  private final IdentityHashMap<Derived<?>, Branch> branches = new IdentityHashMap<>();
  private final Set<Derived<?>> deciding = Collections.newSetFromMap(new IdentityHashMap<>());

  void add(Derived<?> derived, String name, String address) {
    branches.put(derived, new Branch(name, address));
  }

  void decide(Derived<?> derived) {
    deciding.add(derived);
  }

  boolean isDeciding(Derived<?> derived) {
    return deciding.contains(derived);
  }

  Optional<String> address(Derived<?> derived) {
    return Optional.ofNullable(branches.get(derived)).map(Branch::address);
  }

  Optional<String> name(Derived<?> derived) {
    return Optional.ofNullable(branches.get(derived)).map(Branch::name);
  }
}
