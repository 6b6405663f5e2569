package org.lodestar.trial.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Header;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Stream;

/** What a store does with what was decided, without a store: facts with numbers, in one list. */
public final class Acts {
  private static final Instant AT = Instant.parse("2026-06-30T08:00:00Z");

  private final List<Fact> facts = new ArrayList<>();
  private final Map<Stream, Long> versions = new HashMap<>();

  public static Context by(Role role) {
    return new Context(
        role.name(), role, "01", AT, LocalDate.of(2026, 6, 30), Digest.ofText("bundle"));
  }

  /** Appends what was accepted, and gives the new facts. */
  public List<Fact> append(Outcome outcome, Context context) {
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      throw new AssertionError("refused: " + outcome);
    }
    List<Fact> added = new ArrayList<>();
    for (Draft draft : accepted.drafts()) {
      long version = versions.merge(draft.stream(), 1L, Long::sum);
      Fact fact = fact(draft, version, context);
      facts.add(fact);
      added.add(fact);
    }
    return added;
  }

  private Fact fact(Draft draft, long version, Context context) {
    long seq = facts.size() + 1L;
    Header header =
        new Header(
            seq,
            seq,
            context.at().plusSeconds(seq),
            context.actor(),
            context.role(),
            context.site(),
            draft.participant(),
            draft.stream(),
            version,
            draft.body().kind(),
            1,
            context.bundle(),
            "test",
            "command-" + seq);
    return new Fact(header, draft.body(), draft.reason(), Digest.NONE, Digest.NONE);
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The rules that refused, in order; empty when nothing was refused. */
  public static List<Rule> refusals(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? refused.refusals().stream().map(Refusal::rule).toList()
        : List.of();
  }
}
