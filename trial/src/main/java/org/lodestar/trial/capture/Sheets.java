package org.lodestar.trial.capture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.Reader;

/** The filled forms of one participant by kind, in the order of visits and copies. */
public final class Sheets {
  private final Casebook casebook;
  private final Function<String, List<String>> formsOfKind;

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
    List<String> forms = formsOfKind.apply(kind);
    return forms.size() == 1
        ? casebook.copies(forms.getFirst()).sheets()
        : forms.stream().flatMap(form -> casebook.copies(form).sheets().stream()).toList();
  }

  public List<Sheet> of(String kind, String visit) {
    return of(kind).stream().filter(sheet -> sheet.visit().equals(visit)).toList();
  }

  /** The forms about images that one reader filled; one that names no reader is the site's. */
  public List<Sheet> readBy(Reader reader, String kind) {
    return of(kind).stream()
        .filter(sheet -> reader(sheet).filter(reader::equals).isPresent())
        .toList();
  }

  private static Optional<Reader> reader(Sheet sheet) {
    return sheet.has("reader")
        ? sheet.text("reader").known().flatMap(Reader::of)
        : Optional.of(Reader.INVESTIGATOR);
  }
}
