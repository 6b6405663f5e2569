package org.lodestar.app.web;

import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.efficacy.TimeToEvent;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;

/**
 * Why a derived value is as it is: the tree of what it rests on, open along the path that decides,
 * down to facts.
 *
 * @param refused why the reader may not see it; empty when she may
 * @param tree the same nodes as markup
 * @param facts on how many facts the value rests
 */
record WhyView(
    String refused,
    String back,
    List<Node> roots,
    String tree,
    long facts,
    String digest,
    List<Setting> settings) {

  /**
   * One line: a derived value with its sentence, or a fact.
   *
   * @param seq of the fact; 0 for a derived value
   * @param address of a tree of its own, where this one is cut; empty when it is whole
   */
  record Node(
      String sentence,
      String rule,
      boolean known,
      long seq,
      String item,
      boolean open,
      String address,
      List<Node> inputs) {}

  record Setting(String path, String value) {}

  static WhyView refused(String why, String back) {
    return new WhyView(why, back, List.of(), "", 0, "", List.of());
  }

  /**
   * @param branches which values have trees of their own
   */
  static WhyView of(Derived<?> derived, TrialWords words, String back, WhyBranches branches) {
    List<Setting> settings = new ArrayList<>();
    derived.settings().forEach((path, value) -> settings.add(new Setting(path, words.say(value))));
    List<Node> roots =
        List.of(new Growing(words, new WhyWords(words), branches).node(derived, true));
    return new WhyView(
        "",
        back,
        roots,
        WhyMarkup.of(roots, words),
        derived.facts().size(),
        derived.digest().hex().substring(0, 12),
        settings);
  }

  /** Private to the making of one tree. */
  private record Growing(TrialWords words, WhyWords sentences, WhyBranches branches) {
    private static final Words COLON = new Words(": ", "：");

    Node node(Derived<?> derived, boolean open) {
      String address = branches.address(derived).orElse("");
      boolean cut = !address.isEmpty() && !branches.isDeciding(derived);
      List<Node> inputs = cut ? List.of() : inputs(derived, open);
      String name = branches.name(derived).map(each -> each + words.say(COLON)).orElse("");
      return new Node(
          name + sentences.sentence(derived),
          derived.rule().id(),
          derived.isKnown(),
          0,
          "",
          open,
          address,
          inputs);
    }

    private List<Node> inputs(Derived<?> derived, boolean open) {
      int decides = deciding(derived);
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < derived.inputs().size(); i++) {
        boolean opened = open && i == decides;
        nodes.add(
            switch (derived.inputs().get(i)) {
              case FactRef ref -> fact(ref);
              case Derived<?> below -> node(below, opened);
            });
      }
      return nodes;
    }

    /** The input that decides: the marked one, else the one with the same value, else the first. */
    private int deciding(Derived<?> derived) {
      int same = 0;
      for (int i = derived.inputs().size() - 1; i >= 0; i--) {
        Input input = derived.inputs().get(i);
        if (input instanceof Derived<?> below) {
          if (branches.isDeciding(below)) {
            return i;
          }
          if (decides(below, derived)) {
            same = i;
          }
        }
      }
      return same;
    }

    /** The same value, or the day on which a time to an event ends. */
    private static boolean decides(Derived<?> input, Derived<?> derived) {
      Object value = input.known().orElse(null);
      return value != null
          && (value.equals(derived.known().orElse(null))
              || (derived.known().orElse(null) instanceof TimeToEvent time
                  && value.equals(time.date())));
    }

    private Node fact(FactRef ref) {
      return new Node(
          words.item(ref.item()), "", true, ref.seq(), ref.item(), false, "", List.of());
    }
  }
}
