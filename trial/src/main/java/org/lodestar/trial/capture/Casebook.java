package org.lodestar.trial.capture;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;

/**
 * Everything recorded about one participant, folded from her own facts: forms with their history,
 * and the decisions of people. As of an earlier moment it is the same fold up to that fact.
 */
public final class Casebook {
  private final ParticipantCode code;
  private final SortedMap<FormInstance, FormRecord> forms;
  private final SortedMap<FormInstance, FormRecord> shown;
  private final Map<String, Proposal.Decision> decisions;
  private final long lastSeq;

  public Casebook(
      ParticipantCode code,
      SortedMap<FormInstance, FormRecord> forms,
      Map<String, Proposal.Decision> decisions,
      long lastSeq) {
    this(code, decisions, lastSeq, new TreeMap<>(forms));
  }

  /** A casebook is made with every fact: one that nobody else holds need not be copied again. */
  private Casebook(
      ParticipantCode code,
      Map<String, Proposal.Decision> decisions,
      long lastSeq,
      SortedMap<FormInstance, FormRecord> own) {
    this.code = code;
    this.forms = own;
    this.shown = Collections.unmodifiableSortedMap(own);
    this.decisions = Map.copyOf(decisions);
    this.lastSeq = lastSeq;
  }

  public ParticipantCode code() {
    return code;
  }

  public SortedMap<FormInstance, FormRecord> forms() {
    return shown;
  }

  public Map<String, Proposal.Decision> decisions() {
    return decisions;
  }

  public long lastSeq() {
    return lastSeq;
  }

  /** The same with some forms as they stand now. */
  Casebook with(
      Map<FormInstance, FormRecord> changed, Map<String, Proposal.Decision> decided, long last) {
    if (changed.isEmpty()) {
      return new Casebook(code, decided, last, forms);
    }
    SortedMap<FormInstance, FormRecord> all = new TreeMap<>(forms);
    all.putAll(changed);
    return new Casebook(code, decided, last, all);
  }

  public static Casebook empty(ParticipantCode code) {
    return new Casebook(code, new TreeMap<>(), Map.of(), 0);
  }

  /** Folds a participant's facts, in the order of the log. */
  public static Casebook fold(ParticipantCode code, Iterable<Fact> facts) {
    CasebookFold fold = new CasebookFold(empty(code));
    facts.forEach(fold::apply);
    return fold.result();
  }

  /** The casebook after further facts of the same participant. */
  public Casebook with(Iterable<Fact> facts) {
    CasebookFold fold = new CasebookFold(this);
    facts.forEach(fold::apply);
    return fold.result();
  }

  public @Nullable FormRecord form(FormInstance instance) {
    return forms.get(instance);
  }

  public @Nullable FormRecord form(String visit, String form) {
    return forms.get(new FormInstance(code, visit, form, 1));
  }

  /** All copies of a form, over all visits and repeats. */
  public List<FormRecord> forms(String form) {
    return stream(form).toList();
  }

  private Stream<FormRecord> stream(String form) {
    return forms.values().stream().filter(record -> record.instance().form().equals(form));
  }

  /** The number that the next copy of a repeating form gets at a visit. */
  public int nextRepeat(String visit, String form) {
    return stream(form)
            .filter(record -> record.instance().visit().equals(visit))
            .mapToInt(record -> record.instance().repeat())
            .max()
            .orElse(0)
        + 1;
  }

  public Proposal.@Nullable Decision decision(String subject) {
    return decisions.get(subject);
  }

  /** The versions of all form streams: what a decision that weighs the whole casebook has read. */
  public Map<org.lodestar.trial.fact.Stream, Long> streams() {
    Map<org.lodestar.trial.fact.Stream, Long> versions = new HashMap<>();
    forms.forEach(
        (instance, record) ->
            versions.put(new org.lodestar.trial.fact.Stream.Form(instance), record.version()));
    return versions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Casebook book
        && book.lastSeq == lastSeq
        && book.code.equals(code)
        && book.forms.equals(forms)
        && book.decisions.equals(decisions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, lastSeq);
  }

  @Override
  public String toString() {
    return "casebook of " + code + " to " + lastSeq;
  }
}
