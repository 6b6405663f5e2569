package org.lodestar.trial.fact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a fact says, by kind. */
public sealed interface Body {

  /** The first fact of a log; {@code simulated} can never change afterwards. */
  record LogOpened(String trial, boolean simulated) implements Body {}

  /** From here on the trial runs by this bundle, whose bytes the store keeps. */
  record ProtocolActivated(Digest bundle, String version) implements Body {}

  /** An account of a member of staff: no name, the identity vault has it. */
  record AccountOpened(String account, Set<Role> roles) implements Body {
    public AccountOpened {
      roles = Set.copyOf(roles);
    }
  }

  /** The first consent gave this participant a screening code. */
  record ParticipantRegistered(ParticipantCode code) implements Body {}

  /** Screening ended without enrolment; {@code criteria} are the keys of those not met. */
  record ScreenFailed(ParticipantCode code, String cause, SortedSet<String> criteria)
      implements Body {
    public ScreenFailed {
      criteria = Collections.unmodifiableSortedSet(new TreeSet<>(criteria));
    }
  }

  /** Enrolment number beside the screening code: {@code 01-001}, and how-manyeth of the trial. */
  record Enrolled(ParticipantCode code, String number, int ordinal, LocalDate on) implements Body {}

  /** One save of one form: the changed items only, by item key. */
  record FormSaved(SortedMap<String, Entry> items) implements Body {
    public FormSaved {
      items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }
  }

  /** Somebody declared the form complete. */
  record FormCompleted() implements Body {}

  /** A complete form was opened again for a change. */
  record FormReopened() implements Body {}

  /**
   * A person's decision on a proposal.
   *
   * @param inputs digest of what the rule rested on at that moment
   */
  record Decided(
      String subject,
      String rule,
      Digest inputs,
      String proposed,
      String decided,
      @Nullable String secondPerson)
      implements Body {}

  /** A named state of the log: facts after {@code seq} and events after the date are excluded. */
  record CutNamed(String name, long seq, Digest head, LocalDate clinicalCutoff, Digest bundle)
      implements Body {}

  /** A file that the store keeps beside the log: its digest, never its content. */
  record ArtefactImported(
      String name, String mediaType, long bytes, Digest digest, List<String> uids) implements Body {
    public ArtefactImported {
      uids = List.copyOf(uids);
    }
  }

  /** One member of an earlier fact was taken out because it held personal data. */
  record ValueRedacted(long seq, String member, Digest digest, String secondPerson)
      implements Body {}

  default Kind kind() {
    return switch (this) {
      case LogOpened ignored -> Kind.LOG_OPENED;
      case ProtocolActivated ignored -> Kind.PROTOCOL_ACTIVATED;
      case AccountOpened ignored -> Kind.ACCOUNT_OPENED;
      case ParticipantRegistered ignored -> Kind.PARTICIPANT_REGISTERED;
      case ScreenFailed ignored -> Kind.SCREEN_FAILED;
      case Enrolled ignored -> Kind.ENROLLED;
      case FormSaved ignored -> Kind.FORM_SAVED;
      case FormCompleted ignored -> Kind.FORM_COMPLETED;
      case FormReopened ignored -> Kind.FORM_REOPENED;
      case Decided ignored -> Kind.DECIDED;
      case CutNamed ignored -> Kind.CUT_NAMED;
      case ArtefactImported ignored -> Kind.ARTEFACT_IMPORTED;
      case ValueRedacted ignored -> Kind.VALUE_REDACTED;
    };
  }

  /** The members that are salted, digested and stored. */
  default Content content() {
    return BodyForm.write(this);
  }

  /**
   * Reads a stored body, upcasting older layouts.
   *
   * @throws IllegalArgumentException when the content does not fit the kind
   */
  static Body read(Kind kind, int schema, Content content) {
    return BodyForm.read(kind, Upcast.toCurrent(kind, schema, content));
  }
}
