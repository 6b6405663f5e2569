package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Input;

/**
 * Why a derived value is as it is: the tree of what it rests on, down to facts.
 *
 * @param refused why the reader may not see it; empty when she may
 * @param facts on how many facts the value rests
 */
record WhyView(
    String refused,
    String back,
    List<Node> roots,
    long facts,
    String digest,
    List<Setting> settings) {

  /**
   * One line: a derived value with its sentence, or a fact.
   *
   * @param seq of the fact; 0 for a derived value
   * @param more how many inputs are not shown because the tree is cut at this depth
   */
  record Node(
      String sentence,
      String rule,
      boolean known,
      long seq,
      String item,
      boolean open,
      int more,
      List<Node> inputs) {}

  record Setting(String path, String value) {}

  static WhyView refused(String why, String back) {
    return new WhyView(why, back, List.of(), 0, "", List.of());
  }

  static WhyView of(Derived<?> derived, TrialWords words, String back, int depth) {
    List<Setting> settings = new ArrayList<>();
    derived.settings().forEach((path, value) -> settings.add(new Setting(path, words.say(value))));
    return new WhyView(
        "",
        back,
        List.of(node(derived, words, depth, true)),
        derived.facts().size(),
        derived.digest().hex().substring(0, 12),
        settings);
  }

  private static Node node(Derived<?> derived, TrialWords words, int depth, boolean open) {
    List<Node> inputs = new ArrayList<>();
    if (depth > 1) {
      for (Input input : derived.inputs()) {
        inputs.add(
            switch (input) {
              case FactRef ref -> fact(ref, words);
              case Derived<?> below -> node(below, words, depth - 1, false);
            });
      }
    }
    return new Node(
        derived.sentence(words.language()),
        derived.rule().id(),
        derived.isKnown(),
        0,
        "",
        open,
        depth > 1 ? 0 : derived.inputs().size(),
        inputs);
  }

  private static Node fact(FactRef ref, TrialWords words) {
    return new Node(words.item(ref.item()), "", true, ref.seq(), ref.item(), false, 0, List.of());
  }
}
