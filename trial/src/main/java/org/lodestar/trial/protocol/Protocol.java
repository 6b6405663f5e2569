package org.lodestar.trial.protocol;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * What one trial is: its settings, each with its value or as open, and on whose word. Read from a
 * {@link Bundle}; every figure and word of a trial is reached from here, and nothing in code knows
 * a trial.
 */
public final class Protocol {
  private final Digest bundle;
  private final SequencedMap<String, Setting<?>> settings;
  private final Map<String, List<String>> members;
  private final Forms forms;
  private final Map<String, WorkingDayCalendar> calendars;
  private final Map<String, Words> shown = new ConcurrentHashMap<>();
  private final StructureNames structureNames;
  private final List<Agent> agents;

  Protocol(
      Digest bundle,
      SequencedMap<String, Setting<?>> settings,
      Map<String, List<String>> members,
      Forms forms,
      Map<String, WorkingDayCalendar> calendars,
      StructureNames structureNames) {
    this.bundle = bundle;
    this.forms = forms;
    this.calendars = Map.copyOf(calendars);
    this.structureNames = structureNames;
    this.settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    this.members = Map.copyOf(members);
    this.agents = this.members("agents").stream().map(key -> Agent.of(key, this)).toList();
  }

  /** What reading a bundle gives. */
  public sealed interface Reading {
    Findings findings();

    /** The protocol; its findings are notes only. */
    record Read(Protocol protocol, Findings findings) implements Reading {}

    /** No protocol, and every error at once. */
    record Refused(Findings findings) implements Reading {}
  }

  /** Reads a bundle; errors are findings, never exceptions. */
  public static Reading read(Bundle bundle) {
    return ProtocolReader.read(bundle);
  }

  /** The digest of the bundle that this was read from. */
  public Digest bundle() {
    return bundle;
  }

  /**
   * A setting. One that the protocol file does not mention is unspecified.
   *
   * @throws IllegalArgumentException when the key has a star; give it a member first
   */
  @SuppressWarnings("unchecked") // a setting is put under the path of its own key
  public <T> Setting<T> get(SettingKey<T> key) {
    if (key.isFamily()) {
      throw new IllegalArgumentException(key + " needs the name of a member instead of the star");
    }
    Setting<?> setting = settings.get(key.path());
    return setting == null ? absent(key) : (Setting<T>) setting;
  }

  /**
   * The value of a setting as a person reads it, in both languages. Derivations name their settings
   * thousands of times; each is put into words once.
   */
  Words shown(Setting<?> setting) {
    return shown.computeIfAbsent(
        setting.key().path(),
        path -> new Words(setting.show(Language.EN), setting.show(Language.ZH)));
  }

  private static <T> Setting<T> absent(SettingKey<T> key) {
    return new Setting<>(
        key,
        null,
        Setting.Status.UNSPECIFIED,
        null,
        null,
        key.deciders(),
        null,
        Place.file(ProtocolReader.PROTOCOL_FILE),
        List.of());
  }

  /** All settings that the folder mentions, in the order of the catalogue. */
  public List<Setting<?>> settings() {
    return new ArrayList<>(settings.values());
  }

  /** The names that the trial gave to the members of a group, {@code agents}, in their order. */
  public List<String> members(String group) {
    return members.getOrDefault(group, List.of());
  }

  /** What the trial calls a member of a group; its key when it has no {@code name}. */
  Words nameOf(String group, String member) {
    Setting<?> name = settings.get(group + "." + member + ".name");
    return name != null && name.value() instanceof Words words ? words : Words.same(member);
  }

  public List<Agent> agents() {
    return agents;
  }

  /** The criteria of all eligibility settings, in the order of the catalogue. */
  public List<Criterion> criteria() {
    List<Criterion> criteria = new ArrayList<>();
    for (SettingKey<List<Criterion>> key : EligibilitySettings.CRITERIA_SETTINGS) {
      get(key).find().ifPresent(criteria::addAll);
    }
    return criteria;
  }

  /** The planned visits, in the order of the protocol. */
  public List<Visit> visits() {
    return get(FollowUpSettings.VISITS).find().orElse(List.of());
  }

  /**
   * The zone of the site, in which a day begins and ends; UTC while the protocol leaves it open.
   */
  public ZoneId zone() {
    return get(TrialSettings.TIME_ZONE).find().map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  /** The forms of the trial, and the language of its expressions. */
  public Forms forms() {
    return forms;
  }

  /** The calendar of this key, or empty when the folder has none. */
  public Optional<WorkingDayCalendar> calendar(String key) {
    return Optional.ofNullable(calendars.get(key));
  }

  /** The keys of all calendars, sorted. */
  SortedSet<String> calendarKeys() {
    return new TreeSet<>(calendars.keySet());
  }

  public StructureNames structureNames() {
    return structureNames;
  }

  /** Settings on which a person has yet to decide, or to confirm an example value. */
  public List<Setting<?>> open() {
    return settings().stream().filter(setting -> setting.status().isOpen()).toList();
  }
}
