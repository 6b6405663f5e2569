package org.lodestar.trial.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Stream;

/**
 * Everything recorded about one participant, folded from her own facts: forms with their history,
 * and the decisions of people. As of an earlier moment it is the same fold up to that fact. It
 * never changes: each fact gives another casebook, which shares all that the fact left alone.
 */
public final class Casebook {
  private final ParticipantCode code;

  /** By form key: its copies in the order of visits and repeats. */
  private final Map<String, FormCopies> copies;

  private final Map<String, Proposal.Decision> decisions;
  private final long lastSeq;
  private @Nullable SortedMap<FormInstance, FormRecord> forms;

  public Casebook(
      ParticipantCode code,
      SortedMap<FormInstance, FormRecord> forms,
      Map<String, Proposal.Decision> decisions,
      long lastSeq) {
    this(code, Map.copyOf(decisions), lastSeq, with(Map.of(), forms.values()));
  }

  private Casebook(
      ParticipantCode code,
      Map<String, Proposal.Decision> decisions,
      long lastSeq,
      Map<String, FormCopies> copies) {
    this.code = code;
    this.decisions = decisions;
    this.lastSeq = lastSeq;
    this.copies = copies;
  }

  public ParticipantCode code() {
    return code;
  }

  /** All forms by visit; they are put in that order when somebody asks. */
  public SortedMap<FormInstance, FormRecord> forms() {
    SortedMap<FormInstance, FormRecord> sorted = forms;
    if (sorted == null) {
      SortedMap<FormInstance, FormRecord> all = new TreeMap<>();
      copies.values().stream()
          .flatMap(each -> each.records().stream())
          .forEach(form -> all.put(form.instance(), form));
      sorted = Collections.unmodifiableSortedMap(all);
      forms = sorted;
    }
    return sorted;
  }

  public Map<String, Proposal.Decision> decisions() {
    return decisions;
  }

  public long lastSeq() {
    return lastSeq;
  }

  /** The same with some forms and decisions as they stand now. */
  Casebook with(List<FormRecord> changed, Map<String, Proposal.Decision> decided, long last) {
    return new Casebook(
        code, Map.copyOf(decided), last, changed.isEmpty() ? copies : with(copies, changed));
  }

  private static Map<String, FormCopies> with(
      Map<String, FormCopies> copies, Iterable<FormRecord> changed) {
    Map<String, List<FormRecord>> byForm = new HashMap<>();
    for (FormRecord form : changed) {
      byForm.computeIfAbsent(form.instance().form(), any -> new ArrayList<>()).add(form);
    }
    Map<String, FormCopies> after = new HashMap<>(copies);
    byForm.forEach(
        (key, some) -> after.put(key, after.getOrDefault(key, FormCopies.NONE).with(some)));
    return after;
  }

  public static Casebook empty(ParticipantCode code) {
    return new Casebook(code, Map.of(), 0, Map.of());
  }

  /** Folds a participant's facts, in the order of the log. */
  public static Casebook fold(ParticipantCode code, Iterable<Fact> facts) {
    return empty(code).with(facts);
  }

  /** The casebook after further facts of the same participant. */
  public Casebook with(Iterable<Fact> facts) {
    CasebookFold fold = new CasebookFold(this);
    facts.forEach(fold::apply);
    return fold.result();
  }

  public @Nullable FormRecord form(FormInstance instance) {
    return copies(instance.form()).copy(instance);
  }

  public @Nullable FormRecord form(String visit, String form) {
    return form(new FormInstance(code, visit, form, 1));
  }

  /** The form as it stands; one without items when nothing was saved on it. */
  FormRecord recordOf(FormInstance instance) {
    FormRecord form = form(instance);
    return form == null ? FormRecord.empty(instance) : form;
  }

  /** All copies of a form, over all visits and repeats. */
  public List<FormRecord> forms(String form) {
    return copies(form).records();
  }

  FormCopies copies(String form) {
    return copies.getOrDefault(form, FormCopies.NONE);
  }

  /** The number that the next copy of a repeating form gets at a visit. */
  public int nextRepeat(String visit, String form) {
    return forms(form).stream()
            .filter(record -> record.instance().visit().equals(visit))
            .mapToInt(record -> record.instance().repeat())
            .max()
            .orElse(0)
        + 1;
  }

  public Proposal.@Nullable Decision decision(String subject) {
    return decisions.get(subject);
  }

  /** What a decision that weighs the whole casebook has read. */
  public Map<Stream, Long> read() {
    return Map.of(new Stream.Casebook(code), lastSeq);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Casebook book
        && book.lastSeq == lastSeq
        && book.code.equals(code)
        && book.copies.equals(copies)
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
