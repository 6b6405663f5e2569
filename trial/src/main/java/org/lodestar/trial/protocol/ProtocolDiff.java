package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** What differs between two protocols, in words. */
public final class ProtocolDiff {
  private static final Words ADDED = new Words("{what}: added, {after}", "{what}：新增，{after}");
  private static final Words REMOVED =
      new Words("{what}: removed, was {before}", "{what}：删除，原为 {before}");
  private static final Words CHANGED =
      new Words("{what}: {before} → {after}", "{what}：{before} → {after}");
  private static final Words FILE = new Words("file {what}: {after}", "文件 {what}：{after}");
  private static final Words FILE_ADDED = new Words("added", "新增");
  private static final Words FILE_REMOVED = new Words("removed", "删除");
  private static final Words FILE_CHANGED = new Words("changed", "已更改");

  private final List<Change> changes = new ArrayList<>();

  private ProtocolDiff() {}

  /**
   * One difference.
   *
   * @param path of the setting, with {@code /} and the key of the entry for an entry of a list; of
   *     the file for a file
   */
  public record Change(String path, Message message) {}

  /** All differences between two protocols, in the order of the catalogue. */
  public static List<Change> between(Protocol before, Protocol after) {
    ProtocolDiff diff = new ProtocolDiff();
    Map<String, Setting<?>> old = byPath(before);
    Map<String, Setting<?>> now = byPath(after);
    Set<String> paths = new LinkedHashSet<>(now.keySet());
    paths.addAll(old.keySet());
    for (String path : paths) {
      diff.compare(path, Optional.ofNullable(old.get(path)), Optional.ofNullable(now.get(path)));
    }
    return List.copyOf(diff.changes);
  }

  /**
   * The files that differ between two bundles, apart from the protocol and its decisions, which
   * {@link #between} compares item by item.
   */
  public static List<Change> files(Bundle before, Bundle after) {
    Set<String> paths = new TreeSet<>(before.paths());
    paths.addAll(after.paths());
    paths.remove(ProtocolReader.PROTOCOL_FILE);
    paths.remove(ProtocolReader.DECISIONS_FILE);
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      fileChange(before.file(path), after.file(path))
          .ifPresent(
              how -> changes.add(new Change(path, Message.of(FILE, "what", path, "after", how))));
    }
    return changes;
  }

  private static Optional<Words> fileChange(Optional<byte[]> before, Optional<byte[]> after) {
    if (before.isEmpty()) {
      return Optional.of(FILE_ADDED);
    }
    if (after.isEmpty()) {
      return Optional.of(FILE_REMOVED);
    }
    return Arrays.equals(before.get(), after.get()) ? Optional.empty() : Optional.of(FILE_CHANGED);
  }

  private static Map<String, Setting<?>> byPath(Protocol protocol) {
    Map<String, Setting<?>> byPath = new LinkedHashMap<>();
    protocol.settings().forEach(setting -> byPath.put(setting.key().path(), setting));
    return byPath;
  }

  private void compare(String path, Optional<Setting<?>> before, Optional<Setting<?>> after) {
    if (before.isEmpty() || after.isEmpty()) {
      Setting<?> one = after.or(() -> before).orElseThrow();
      report(path, Lint.label(one.key()), before.map(this::shown), after.map(this::shown));
      return;
    }
    Map<String, Words> old = entries(before.get());
    Map<String, Words> now = entries(after.get());
    Words label = Lint.label(after.get().key());
    if (old.isEmpty() || now.isEmpty()) {
      report(path, label, before.map(this::shown), after.map(this::shown));
      return;
    }
    compareEntries(path, label, old, now);
    reportStatus(path, label, before.get(), after.get());
  }

  private Words shown(Setting<?> setting) {
    return new Words(shown(setting, Language.EN), shown(setting, Language.ZH));
  }

  private static String shown(Setting<?> setting, Language language) {
    return setting.status() == Setting.Status.UNSPECIFIED
        ? setting.show(language)
        : setting.show(language) + " [" + setting.status().words().in(language) + "]";
  }

  /** Entries of a list of records by their keys; empty for every other value. */
  private static Map<String, Words> entries(Setting<?> setting) {
    return setting.key().type() instanceof ListType<?> list
            && setting.value() instanceof List<?> all
        ? list.entries(all)
        : Map.of();
  }

  private void compareEntries(
      String path, Words label, Map<String, Words> old, Map<String, Words> now) {
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    for (String key : keys) {
      Words what = new Words(label.en() + ", " + key, label.zh() + "，" + key);
      report(
          path + "/" + key,
          what,
          Optional.ofNullable(old.get(key)),
          Optional.ofNullable(now.get(key)));
    }
  }

  private void reportStatus(String path, Words label, Setting<?> before, Setting<?> after) {
    if (before.status() != after.status()) {
      report(
          path, label, Optional.of(before.status().words()), Optional.of(after.status().words()));
    }
  }

  private void report(String path, Words what, Optional<Words> before, Optional<Words> after) {
    if (before.equals(after)) {
      return;
    }
    Words sentence = before.isEmpty() ? ADDED : after.isEmpty() ? REMOVED : CHANGED;
    Words none = Words.same("");
    changes.add(
        new Change(
            path,
            Message.of(
                sentence,
                "what",
                what,
                "before",
                before.orElse(none),
                "after",
                after.orElse(none))));
  }
}
