package org.lodestar.trial.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.protocol.Forms;

/** The filled forms of one participant by kind, in the order of visits and copies. */
public final class Sheets {
  private final Casebook casebook;
  private final Function<String, List<String>> formsOfKind;
  private @Nullable Map<String, List<Sheet>> byForm;

  /**
   * @param formsOfKind keys of the trial's forms of a kind
   */
  public Sheets(Casebook casebook, Function<String, List<String>> formsOfKind) {
    this.casebook = casebook;
    this.formsOfKind = formsOfKind;
  }

  /** The forms of a trial, whatever it calls them. */
  public static Sheets of(Casebook casebook, Forms forms) {
    return new Sheets(casebook, forms::keysOf);
  }

  /** Forms that are called as their kind. */
  public static Sheets byKindName(Casebook casebook) {
    return new Sheets(casebook, List::of);
  }

  public Casebook casebook() {
    return casebook;
  }

  public List<Sheet> of(String kind) {
    return stream(kind).toList();
  }

  public List<Sheet> of(String kind, String visit) {
    return stream(kind).filter(sheet -> sheet.visit().equals(visit)).toList();
  }

  private Stream<Sheet> stream(String kind) {
    return formsOfKind.apply(kind).stream()
        .flatMap(form -> byForm().getOrDefault(form, List.of()).stream());
  }

  /** Rules ask for one kind after another: the casebook is sorted once, when the first one asks. */
  private Map<String, List<Sheet>> byForm() {
    Map<String, List<Sheet>> sorted = byForm;
    if (sorted == null) {
      sorted = new HashMap<>();
      for (FormRecord record : casebook.forms().values()) {
        sorted
            .computeIfAbsent(record.instance().form(), none -> new ArrayList<>())
            .add(new Sheet(record));
      }
      byForm = sorted;
    }
    return sorted;
  }
}
