package org.lodestar.trial.capture;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Stream;

/** Applies a participant's facts one after another; private to one fold. */
final class CasebookFold {
  /** A form while it is being folded. */
  private static final class Page {
    private final FormRecord before;
    private long version;
    private boolean complete;

    /** In the order of the saves, of which each has its items in order. */
    private final Map<String, ItemRecord> items = new LinkedHashMap<>();

    private Page(FormRecord before) {
      this.before = before;
      version = before.version();
      complete = before.complete();
    }

    private void add(String key, ItemRecord.Save save, Entry entry) {
      ItemRecord item = item(key);
      items.put(key, item == null ? ItemRecord.first(key, save, entry) : item.with(save, entry));
    }

    private void redact(Body.ValueRedacted redacted, long bySeq) {
      ItemRecord item = item(redacted.member());
      if (item != null) {
        Entry.Redacted instead = new Entry.Redacted(redacted.digest(), bySeq);
        items.put(item.key(), item.redact(redacted.seq(), instead));
      }
    }

    private @Nullable ItemRecord item(String key) {
      ItemRecord changed = items.get(key);
      return changed == null ? before.item(key) : changed;
    }

    private FormRecord record() {
      return before.with(items.values()).standing(version, complete);
    }
  }

  private final Casebook from;
  private final ParticipantCode code;
  private final Map<FormInstance, Page> touched = new LinkedHashMap<>();
  private Map<String, Proposal.Decision> decisions;
  private long lastSeq;

  CasebookFold(Casebook from) {
    this.from = from;
    code = from.code();
    decisions = from.decisions();
    lastSeq = from.lastSeq();
  }

  void apply(Fact fact) {
    if (!code.equals(fact.participant())) {
      throw new IllegalArgumentException(
          "fact " + fact.seq() + " is not about " + code + " but about " + fact.participant());
    }
    lastSeq = fact.seq();
    if (fact.stream() instanceof Stream.Form form) {
      applyToForm(page(form.instance()), fact);
      return;
    }
    switch (fact.body()) {
      case Body.Decided decided -> decide(new Proposal.Decision(fact.seq(), decided));
      case Body.ValueRedacted redacted -> redact(redacted, fact.seq());
      default -> {}
    }
  }

  /** Most facts decide nothing: the decisions are copied with the first that does. */
  private void decide(Proposal.Decision decision) {
    Map<String, Proposal.Decision> more = new HashMap<>(decisions);
    more.put(decision.body().subject(), decision);
    decisions = more;
  }

  private void redact(Body.ValueRedacted redacted, long bySeq) {
    from.forms().keySet().forEach(this::page);
    touched.values().forEach(page -> page.redact(redacted, bySeq));
  }

  private Page page(FormInstance instance) {
    return touched.computeIfAbsent(instance, key -> new Page(from.recordOf(key)));
  }

  private static void applyToForm(Page page, Fact fact) {
    page.version = fact.header().version();
    switch (fact.body()) {
      case Body.FormSaved saved -> save(page, saved, fact);
      case Body.FormCompleted ignored -> page.complete = true;
      case Body.FormReopened ignored -> page.complete = false;
      default ->
          throw new IllegalArgumentException(
              "a form's stream holds no " + fact.body().kind().key() + "; fact " + fact.seq());
    }
  }

  private static void save(Page page, Body.FormSaved saved, Fact fact) {
    ItemRecord.Save save =
        new ItemRecord.Save(
            fact.seq(), fact.at(), fact.header().actor(), fact.header().role(), fact.reason());
    saved.items().forEach((key, entry) -> page.add(key, save, entry));
  }

  Casebook result() {
    return from.with(touched.values().stream().map(Page::record).toList(), decisions, lastSeq);
  }
}
