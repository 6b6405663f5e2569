package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * A setting of one trial: its value, or that the protocol leaves it open; and on whose word.
 *
 * @param value null exactly when {@link #status} is {@link Status#UNSPECIFIED}
 * @param source the place in the trial's documents, or where an example value was taken from
 * @param note what the protocol leaves open, when it is or was open
 * @param deciders who must decide what is open
 * @param decision the answer to what was open, or null
 * @param place where the setting stands in the folder
 * @param entries where the entries of a list stand; empty for other values
 */
public record Setting<T>(
    SettingKey<T> key,
    @Nullable T value,
    Status status,
    @Nullable Words source,
    @Nullable Words note,
    List<Decider> deciders,
    @Nullable Decision decision,
    Place place,
    List<Place> entries) {

  /** On whose word a setting has its value. */
  public enum Status implements Choice {
    STATED("stated", "方案已规定"),
    DECIDED_CONFIRMED("decided", "已决定"),
    DECIDED_EXAMPLE("example value, unconfirmed", "示例值，未确认"),
    UNSPECIFIED("not specified", "未规定");

    private final Words words;

    Status(String en, String zh) {
      this.words = new Words(en, zh);
    }

    @Override
    public Words words() {
      return words;
    }

    /** Whether a person has yet to decide or to confirm. */
    public boolean isOpen() {
      return this == DECIDED_EXAMPLE || this == UNSPECIFIED;
    }
  }

  /** Why the open item was answered as it is, and who confirmed it. */
  public record Decision(Words rationale, @Nullable Confirmation confirmed, Place place) {}

  /** Who confirmed a decision, and when. */
  public record Confirmation(String name, java.time.LocalDate date) {}

  public Setting {
    if ((value == null) != (status == Status.UNSPECIFIED)) {
      throw new IllegalArgumentException(key + ": a setting has a value or is unspecified");
    }
    deciders = List.copyOf(deciders);
    entries = List.copyOf(entries);
  }

  /** Where the entry of a list stands, counted from 0; the setting itself when that is unknown. */
  public Place placeOf(int entry) {
    return entry < entries.size() ? entries.get(entry) : place;
  }

  public Optional<T> find() {
    return Optional.ofNullable(value);
  }

  /**
   * @throws IllegalStateException when the protocol leaves it open; ask {@link #find} first
   */
  public T require() {
    if (value == null) {
      throw new IllegalStateException(key + " is not specified by the protocol or a decision");
    }
    return value;
  }

  /** The value as a person reads it; when there is none, that it is not specified. */
  public String show(Language language) {
    return value == null ? status.words().in(language) : key.type().show(value, language);
  }
}
