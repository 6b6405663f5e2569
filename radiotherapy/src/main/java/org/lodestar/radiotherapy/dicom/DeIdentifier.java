package org.lodestar.radiotherapy.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Removes who an object is about (DICOM PS3.15, annex E, Basic Application Level Confidentiality
 * Profile; with dates kept: Retain Longitudinal Temporal Information With Full Dates Option).
 *
 * <p>What may stay is listed (keep-attributes.txt); everything else goes, private elements too, so
 * an attribute that nobody thought of is removed, not leaked. UIDs are replaced by ones derived
 * from a key, so links between objects hold. Pixels are not looked at: burned-in text must be
 * excluded beforehand.
 */
public final class DeIdentifier {
  private static final Map<Integer, Action> ACTIONS = load();

  private enum Action {
    KEEP,
    EMPTY,
    UID,
    DATE,
    DUMMY,
    NAME
  }

  /**
   * How to de-identify.
   *
   * @param uidKey secret from which new UIDs are derived; the same for all objects of a trial
   * @param code the code that stands for the patient
   * @param keepDates whether dates and times stay, as overall treatment time needs them
   * @param structureName the name to write for a structure's name; empty takes it away
   */
  public record Settings(
      String uidKey, String code, boolean keepDates, UnaryOperator<String> structureName) {}

  /**
   * What was done to an attribute, never what it held.
   *
   * @param attribute keyword and tag
   * @param action removed, emptied, replaced
   * @param times how often
   */
  public record Change(String attribute, String action, int times) {}

  /** An object without identity and the report of what was removed. */
  public record Result(DataSet object, List<Change> changes) {
    public Result {
      changes = List.copyOf(changes);
    }
  }

  private final Settings settings;
  private final Map<String, Integer> counts = new TreeMap<>();

  private DeIdentifier(Settings settings) {
    this.settings = settings;
  }

  private static Map<Integer, Action> load() {
    Map<Integer, Action> actions = new HashMap<>();
    Map<String, Integer> tags = DataDictionary.tags();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    DeIdentifier.class.getResourceAsStream("keep-attributes.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.strip().split("\\s+");
        Integer tag = tags.get(parts[0]);
        if (tag == null) {
          throw new IllegalStateException("keep-attributes.txt: unknown keyword " + parts[0]);
        }
        actions.put(tag, parts.length > 1 ? Action.valueOf(parts[1]) : Action.KEEP);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return actions;
  }

  /** De-identifies one object. */
  public static Result apply(DataSet object, Settings settings) {
    DeIdentifier worker = new DeIdentifier(settings);
    DataSet.Builder clean = worker.clean(object);
    clean
        .text(Tag.PATIENT_NAME, settings.code)
        .text(Tag.PATIENT_ID, settings.code)
        .text(Tag.PATIENT_IDENTITY_REMOVED, "YES")
        .text(Tag.DEIDENTIFICATION_METHOD, "PS3.15 basic profile by list of kept attributes")
        .items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, worker.method())
        .text(
            Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED,
            settings.keepDates ? "UNMODIFIED" : "REMOVED");
    List<Change> changes = new ArrayList<>();
    worker.counts.forEach(
        (key, times) -> {
          int split = key.lastIndexOf('|');
          changes.add(new Change(key.substring(0, split), key.substring(split + 1), times));
        });
    return new Result(clean.build(), changes);
  }

  private List<DataSet> method() {
    List<DataSet> codes = new ArrayList<>();
    codes.add(code("113100", "Basic Application Confidentiality Profile"));
    if (settings.keepDates) {
      codes.add(code("113106", "Retain Longitudinal Temporal Information Full Dates Option"));
    }
    return codes;
  }

  private static DataSet code(String value, String meaning) {
    return DataSet.builder()
        .text(Tag.CODE_VALUE, value)
        .text(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
        .text(Tag.CODE_MEANING, meaning)
        .build();
  }

  private DataSet.Builder clean(DataSet dataSet) {
    DataSet.Builder clean = DataSet.builder();
    for (Element element : dataSet.elements()) {
      clean(element, dataSet).ifPresent(clean::element);
    }
    return clean;
  }

  private Optional<Element> clean(Element element, DataSet dataSet) {
    Action action = ACTIONS.get(element.tag());
    if (action == null) {
      return removed(element);
    }
    if (element instanceof Element.Sequence sequence) {
      List<DataSet> items = sequence.items().stream().map(i -> clean(i).build()).toList();
      return Optional.of(new Element.Sequence(element.tag(), items));
    }
    return switch (action) {
      case KEEP -> Optional.of(element);
      case EMPTY -> {
        count(element, "emptied");
        yield Optional.of(text(element, ""));
      }
      case DUMMY -> {
        count(element, "replaced");
        yield Optional.of(text(element, "ANON"));
      }
      case DATE -> settings.keepDates ? Optional.of(element) : removed(element);
      case UID -> Optional.of(uid(element, dataSet));
      case NAME -> {
        count(element, "mapped");
        String local = dataSet.text(element.tag()).orElse("");
        yield Optional.of(text(element, settings.structureName.apply(local)));
      }
    };
  }

  private Optional<Element> removed(Element element) {
    count(element, "removed");
    return Optional.empty();
  }

  private Element uid(Element element, DataSet dataSet) {
    String uid = dataSet.text(element.tag()).orElse("");
    if (uid.isEmpty() || uid.startsWith("1.2.840.10008.")) {
      return element;
    }
    count(element, "replaced");
    return text(element, Uids.derive(settings.uidKey, uid));
  }

  private static Element text(Element element, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Element.Value(element.tag(), element.vr(), bytes, 0, bytes.length);
  }

  private void count(Element element, String action) {
    boolean isPrivate = Tag.isPrivate(element.tag());
    String name = isPrivate ? "private elements" : DataDictionary.name(element.tag());
    counts.merge(name + "|" + action, 1, Integer::sum);
  }
}
