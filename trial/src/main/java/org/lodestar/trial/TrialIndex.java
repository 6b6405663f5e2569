package org.lodestar.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Kind;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/**
 * The trial-wide state: enrolment, accounts, bundles, cuts, and one small row per form instance. It
 * is folded from the log and can be folded again at any time; {@link #head} says how far it has
 * come. A form's values are not in it: they are in the participant's casebook. Confined to one
 * thread.
 */
public final class TrialIndex {
  /**
   * Where one form stands, for matrix and worklists. A log has a million of them.
   *
   * @param lastAtMs when its last fact was recorded, in milliseconds from 1970-01-01T00:00Z
   */
  public record FormRow(
      FormInstance instance, long version, boolean complete, long lastSeq, long lastAtMs) {
    FormRow(FormStep last, boolean complete) {
      this(last.instance(), last.version(), complete, last.seq(), last.at().toEpochMilli());
    }

    public Instant lastAt() {
      return Instant.ofEpochMilli(lastAtMs);
    }
  }

  /** What the index needs to know of a fact of a form. */
  public record FormStep(long seq, Instant at, FormInstance instance, long version, Kind kind) {}

  /** A bundle in force from a moment on. */
  public record Activation(Digest bundle, String version, long seq, Instant at) {}

  /**
   * A named state of the log.
   *
   * @param at when it was named
   */
  public record Cut(
      String name, long seq, Digest head, LocalDate clinicalCutoff, Digest bundle, Instant at) {}

  private long seq;
  private Digest head = Digest.NONE;
  private @Nullable Instant at;
  private Body.@Nullable LogOpened opened;
  private final EnrolmentRegister enrolment = new EnrolmentRegister();
  private final Map<ParticipantCode, FormRows> forms = new HashMap<>();
  private final Map<Stream, Long> versions = new HashMap<>();
  private final Map<ParticipantCode, Long> lastSeqs = new HashMap<>();
  private final SortedMap<String, Set<Role>> accounts = new TreeMap<>();
  private final List<Activation> activations = new ArrayList<>();
  private final Map<String, Cut> cuts = new LinkedHashMap<>();
  private final List<Body.ArtefactImported> artefacts = new ArrayList<>();

  /** Takes the next fact into account. */
  public void apply(Fact fact) {
    if (fact.stream() instanceof Stream.Form form) {
      applyForm(
          new FormStep(
              fact.seq(), fact.at(), form.instance(), fact.header().version(), fact.body().kind()));
    } else {
      advance(fact.seq(), fact.at(), fact.participant());
      versions.put(fact.stream(), fact.header().version());
      enrolment.apply(fact);
      applyBody(fact);
    }
  }

  /**
   * Takes the next fact of a form into account without its values, which the index does not hold.
   */
  public void applyForm(FormStep step) {
    advance(step.seq(), step.at(), step.instance().participant());
    forms.computeIfAbsent(step.instance().participant(), any -> new FormRows()).apply(step);
  }

  private void advance(long next, Instant instant, @Nullable ParticipantCode participant) {
    if (next != seq + 1) {
      throw new IllegalArgumentException(
          "the fact after " + seq + " is " + (seq + 1) + "; got: " + next);
    }
    seq = next;
    at = instant;
    if (participant != null) {
      lastSeqs.put(participant, seq);
    }
  }

  private void applyBody(Fact fact) {
    switch (fact.body()) {
      case Body.LogOpened body -> opened = body;
      case Body.ProtocolActivated body ->
          activations.add(new Activation(body.bundle(), body.version(), fact.seq(), fact.at()));
      case Body.AccountOpened body -> accounts.put(body.account(), body.roles());
      case Body.CutNamed body ->
          cuts.put(
              body.name(),
              new Cut(
                  body.name(),
                  body.seq(),
                  body.head(),
                  body.clinicalCutoff(),
                  body.bundle(),
                  fact.at()));
      case Body.ArtefactImported body -> artefacts.add(body);
      default -> {}
    }
  }

  /** The log says which hash the last fact has. */
  public void confirm(Digest hash) {
    head = hash;
  }

  public long seq() {
    return seq;
  }

  /** The hash of the last fact taken into account, as {@link #confirm confirmed} by the log. */
  public Digest head() {
    return head;
  }

  public @Nullable Instant at() {
    return at;
  }

  /** The first fact, or null while the log is empty. */
  public Body.@Nullable LogOpened opened() {
    return opened;
  }

  public EnrolmentRegister enrolment() {
    return enrolment;
  }

  /** Those of one participant that were begun, in their order. */
  public List<FormRow> forms(ParticipantCode code) {
    FormRows rows = forms.get(code);
    return rows == null ? List.of() : rows.all();
  }

  /** Where one form stands, or null when it was not begun. */
  public @Nullable FormRow form(FormInstance instance) {
    FormRows rows = forms.get(instance.participant());
    return rows == null ? null : rows.find(instance);
  }

  /** The last fact about a participant, 0 when there is none. */
  public long lastSeq(ParticipantCode code) {
    return lastSeqs.getOrDefault(code, 0L);
  }

  public SortedMap<String, Set<Role>> accounts() {
    return Collections.unmodifiableSortedMap(accounts);
  }

  public List<Activation> activations() {
    return List.copyOf(activations);
  }

  /** The bundle in force now, or null before the first activation. */
  public @Nullable Digest bundle() {
    return activations.isEmpty() ? null : activations.getLast().bundle();
  }

  public Map<String, Cut> cuts() {
    return Collections.unmodifiableMap(cuts);
  }

  public List<Body.ArtefactImported> artefacts() {
    return List.copyOf(artefacts);
  }

  /** The version of a stream, 0 when nothing was written to it. */
  public long version(Stream stream) {
    return switch (stream) {
      case Stream.Form form -> {
        FormRow row = form(form.instance());
        yield row == null ? 0 : row.version();
      }
      case Stream.Casebook casebook -> lastSeq(casebook.code());
      default -> versions.getOrDefault(stream, 0L);
    };
  }
}
