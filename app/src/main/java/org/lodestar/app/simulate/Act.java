package org.lodestar.app.simulate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Action;
import org.lodestar.trial.protocol.Reader;

/** Something that a member of the virtual staff does for one participant, at the site's time. */
sealed interface Act {
  LocalDateTime at();

  Role role();

  /** The first consent: everything else needs the code that it gives. */
  record Register(LocalDateTime at, SortedMap<String, Entry> consent) implements Act {
    public Register {
      consent = Collections.unmodifiableSortedMap(new TreeMap<>(consent));
    }

    @Override
    public Role role() {
      return Role.COORDINATOR;
    }
  }

  /** Enters values into a form. */
  record Save(
      LocalDateTime at,
      Role role,
      String visit,
      String form,
      int repeat,
      SortedMap<String, Entry> items,
      @Nullable String reason)
      implements Act {
    public Save {
      items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }
  }

  /** Declares a form complete. */
  record Complete(LocalDateTime at, Role role, String visit, String form, int repeat)
      implements Act {}

  /**
   * The investigator decides on what is proposed for one agent of one treatment day.
   *
   * @param reason given where the decision is not what is proposed
   */
  record Decide(
      LocalDateTime at, String visit, LocalDate day, String agent, Action decided, String reason)
      implements Act {
    @Override
    public Role role() {
      return Role.INVESTIGATOR;
    }
  }

  /** Somebody settles between two independent readers who differ. */
  record Adjudicate(LocalDateTime at, Reader chosen) implements Act {
    @Override
    public Role role() {
      return Role.ADJUDICATOR;
    }
  }

  /** Asks for enrolment; who is refused because the trial is full does nothing more. */
  record Enrol(LocalDateTime at) implements Act {
    @Override
    public Role role() {
      return Role.INVESTIGATOR;
    }
  }

  /** Ends the screening of somebody who is not eligible. */
  record Fail(LocalDateTime at) implements Act {
    @Override
    public Role role() {
      return Role.INVESTIGATOR;
    }
  }
}
