package org.lodestar.trial.protocol;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.fact.Words;

/**
 * What the contours of a plan are called: the standard name of AAPM Task Group 263 (2018), and the
 * names that a department uses for the same thing. Case, spaces, hyphens and underscores do not
 * matter.
 */
public final class StructureNames {
  static final String FILE = "structure-names.yaml";
  static final String FORMAT = "lodestar/structure-names/1";

  /** Nothing is known by name. */
  public static final StructureNames NONE = new StructureNames(List.of(), Map.of());

  /**
   * @param name the standard name: {@code SpinalCord}
   * @param synonyms other names for the same structure
   * @param reviewed whether a person of the department has confirmed the synonyms
   */
  public record Structure(
      String name, StructureType type, Words words, List<String> synonyms, boolean reviewed) {
    public Structure {
      synonyms = List.copyOf(synonyms);
    }
  }

  private final List<Structure> structures;
  private final Map<String, Structure> byName;

  private StructureNames(List<Structure> structures, Map<String, Structure> byName) {
    this.structures = List.copyOf(structures);
    this.byName = Map.copyOf(byName);
  }

  public List<Structure> all() {
    return structures;
  }

  /** The structure that a contour of this name is; empty when the name must be mapped by hand. */
  public Optional<Structure> find(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_-]", "");
  }

  /** Reads the file of a bundle; a folder without it knows no names. */
  static StructureNames read(Bundle bundle, Findings.Builder findings) {
    Optional<Section> root = ProtocolReader.root(bundle, FILE, FORMAT, false, findings);
    if (root.isEmpty()) {
      return NONE;
    }
    List<Structure> read = new ArrayList<>();
    Map<String, Structure> byName = new HashMap<>();
    for (Section section : root.get().sections("structures")) {
      structure(section)
          .ifPresent(
              structure -> {
                read.add(structure);
                names(structure, section, byName, findings);
              });
    }
    root.get().close();
    return new StructureNames(read, byName);
  }

  private static Optional<Structure> structure(Section section) {
    String name = section.required("name", ValueType.text("[A-Za-z][A-Za-z0-9_+\\-]{0,31}"));
    StructureType type = section.required("type", ValueType.choice(StructureType.class));
    Words words = section.required("label", ValueType.words());
    List<String> synonyms = section.required("synonyms", ValueType.list(ValueType.text()));
    Boolean reviewed = section.required("reviewed", ValueType.flag());
    section.close();
    return name == null || type == null || words == null || synonyms == null || reviewed == null
        ? Optional.empty()
        : Optional.of(new Structure(name, type, words, synonyms, reviewed));
  }

  private static void names(
      Structure structure,
      Section section,
      Map<String, Structure> byName,
      Findings.Builder findings) {
    List<String> names = new ArrayList<>(structure.synonyms());
    names.add(structure.name());
    names.add(structure.words().zh());
    for (String name : names) {
      Structure other = byName.putIfAbsent(plain(name), structure);
      if (other != null && !other.equals(structure)) {
        findings.error(
            FolderRule.NAME_TWICE,
            section.place(),
            "value",
            name,
            "first",
            other.name(),
            "second",
            structure.name());
      }
    }
  }
}
