package org.lodestar.radiotherapy.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The elements of an object or of a sequence item, by tag. Immutable; private elements are kept.
 */
public final class DataSet {
  private static final DataSet EMPTY = new DataSet(new Element[0], CharacterSets.DEFAULT);

  private final Element[] elements;
  private final CharacterSets characterSets;

  private DataSet(Element[] elements, CharacterSets characterSets) {
    this.elements = elements;
    this.characterSets = characterSets;
  }

  /** Elements in any order, each tag once. */
  static DataSet of(List<Element> elements, CharacterSets inherited) {
    if (elements.isEmpty()) {
      return EMPTY;
    }
    Element[] sorted = elements.toArray(new Element[0]);
    Arrays.sort(sorted, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].tag() == sorted[i - 1].tag()) {
        throw new DicomException(DicomFault.ELEMENT_TWICE, DataDictionary.name(sorted[i].tag()));
      }
    }
    DataSet plain = new DataSet(sorted, CharacterSets.DEFAULT);
    return plain
        .element(Tag.SPECIFIC_CHARACTER_SET)
        .map(e -> new DataSet(sorted, CharacterSets.of(plain.texts(e.tag()))))
        .orElseGet(() -> new DataSet(sorted, inherited));
  }

  /** A data set without an element. */
  public static DataSet empty() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** All elements, by growing tag. */
  public List<Element> elements() {
    return List.of(elements);
  }

  CharacterSets characterSets() {
    return characterSets;
  }

  /** The element of a tag. */
  public Optional<Element> element(int tag) {
    int low = 0;
    int high = elements.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(elements[middle].tag(), tag);
      if (order == 0) {
        return Optional.of(elements[middle]);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  private Optional<Element.Value> value(int tag) {
    return element(tag)
        .filter(e -> e instanceof Element.Value v && v.length() > 0)
        .map(Element.Value.class::cast);
  }

  /** The values of a text element; none when absent or empty. */
  public List<String> texts(int tag) {
    return value(tag)
        .map(
            v ->
                CharacterSets.split(
                    text(v), v.vr().isOneText() || DataDictionary.vr(tag).isOneText()))
        .orElse(List.of());
  }

  private String text(Element.Value v) {
    boolean locale = v.vr().isLocaleText() || v.vr() == Vr.UN;
    return locale
        ? characterSets.decode(v.buffer(), v.offset(), v.length())
        : new String(v.buffer(), v.offset(), v.length(), StandardCharsets.ISO_8859_1);
  }

  /** The first value of a text element, if it is not blank. */
  public Optional<String> text(int tag) {
    return texts(tag).stream().findFirst().filter(t -> !t.isBlank());
  }

  /**
   * The numbers of an element: decimal or integer strings, or binary numbers.
   *
   * @throws DicomException when a value is no number
   */
  public double[] decimals(int tag) {
    return value(tag).map(DataSet::decimals).orElseGet(() -> new double[0]);
  }

  private static double[] decimals(Element.Value v) {
    Vr vr = v.vr() == Vr.UN ? DataDictionary.vr(v.tag()) : v.vr();
    int size =
        switch (vr) {
          case US, SS -> 2;
          case UL, SL, FL, OF -> 4;
          case FD, OD -> 8;
          default -> 0;
        };
    if (size == 0) {
      return DecimalText.parse(v.buffer(), v.offset(), v.length(), v.tag());
    }
    ByteBuffer bytes = bytes(v);
    double[] values = new double[v.length() / size];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (vr) {
            case US -> bytes.getShort() & 0xffff;
            case SS -> bytes.getShort();
            case UL -> bytes.getInt() & 0xffffffffL;
            case SL -> bytes.getInt();
            case FL, OF -> bytes.getFloat();
            default -> bytes.getDouble();
          };
    }
    return values;
  }

  private static ByteBuffer bytes(Element.Value v) {
    return ByteBuffer.wrap(v.buffer(), v.offset(), v.length()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The first number of an element.
   *
   * @throws DicomException when the value is no number
   */
  public OptionalDouble decimal(int tag) {
    double[] values = decimals(tag);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
  }

  /**
   * The first number of an element, which must be whole.
   *
   * @throws DicomException when the value is no whole number of 32 bits
   */
  public OptionalInt integer(int tag) {
    OptionalDouble value = decimal(tag);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    double number = value.getAsDouble();
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new DicomException(DicomFault.NO_WHOLE_NUMBER, DataDictionary.name(tag), number);
    }
    return OptionalInt.of((int) number);
  }

  /** The items of a sequence; none when it is absent. */
  public List<DataSet> items(int tag) {
    return element(tag)
        .filter(Element.Sequence.class::isInstance)
        .map(e -> ((Element.Sequence) e).items())
        .orElse(List.of());
  }

  /** The raw bytes of an element, little endian, read-only; empty when absent. */
  public ByteBuffer rawBytes(int tag) {
    return value(tag)
        .map(v -> bytes(v).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN))
        .orElseGet(() -> ByteBuffer.allocate(0).asReadOnlyBuffer());
  }

  /** Collects elements. */
  public static final class Builder {
    private final NavigableMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    private Builder() {}

    /** Adds or replaces an element as it is. */
    public Builder element(Element element) {
      elements.put(element.tag(), element);
      return this;
    }

    /** All elements of another data set. */
    public Builder all(DataSet other) {
      other.elements().forEach(this::element);
      return this;
    }

    /** A text element; characters beyond ASCII are written as UTF-8 (ISO_IR 192). */
    public Builder text(int tag, String... values) {
      byte[] bytes = String.join("\\", values).getBytes(StandardCharsets.UTF_8);
      return bytes(tag, DataDictionary.vr(tag), bytes);
    }

    /** Decimal strings, each of at most 16 characters. */
    public Builder decimals(int tag, double... values) {
      StringBuilder text = new StringBuilder();
      for (double value : values) {
        text.append(text.isEmpty() ? "" : "\\").append(DecimalString.of(value));
      }
      return bytes(
          tag, DataDictionary.vr(tag), text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Whole numbers, as text or binary, as the standard has it. */
    public Builder integers(int tag, int... values) {
      Vr vr = DataDictionary.vr(tag);
      if (vr.isText()) {
        return text(tag, Arrays.stream(values).mapToObj(Integer::toString).toArray(String[]::new));
      }
      ByteBuffer bytes =
          ByteBuffer.allocate((vr == Vr.AT ? 4 : vr.unit()) * values.length)
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int value : values) {
        if (vr == Vr.AT) {
          bytes.putShort((short) (value >>> 16)).putShort((short) value);
        } else if (vr.unit() == 2) {
          bytes.putShort((short) value);
        } else {
          bytes.putInt(value);
        }
      }
      return bytes(tag, vr, bytes.array());
    }

    /** An element with given bytes, little endian. */
    public Builder bytes(int tag, Vr vr, byte[] bytes) {
      return element(new Element.Value(tag, vr, bytes, 0, bytes.length));
    }

    /** A sequence. */
    public Builder items(int tag, List<DataSet> items) {
      return element(new Element.Sequence(tag, items));
    }

    public DataSet build() {
      return DataSet.of(List.copyOf(elements.values()), CharacterSets.DEFAULT);
    }
  }
}
