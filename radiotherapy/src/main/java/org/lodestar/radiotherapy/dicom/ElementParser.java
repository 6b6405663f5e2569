package org.lodestar.radiotherapy.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the elements of a data set from bytes (DICOM PS3.5, 7.1 and 7.5). */
final class ElementParser {
  private static final int ITEM = 0xfffee000;
  private static final int ITEM_END = 0xfffee00d;
  private static final int SEQUENCE_END = 0xfffee0dd;
  private static final int UNDEFINED = -1;
  private static final int DEEPEST = 24;

  private final byte[] bytes;
  private final int end;
  private final boolean bigEndian;
  private boolean explicit;
  private int at;
  private int depth;
  private int bitsAllocated;

  ElementParser(byte[] bytes, int from, int end, TransferSyntax syntax) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.explicit = syntax.explicit();
    this.bigEndian = syntax.bigEndian();
  }

  int position() {
    return at;
  }

  /** All elements up to the end. */
  DataSet parseAll() {
    return parseUntil(end, false, CharacterSets.DEFAULT);
  }

  /** The elements of one group, which come first. */
  DataSet parseGroup(int group) {
    List<Element> elements = new ArrayList<>();
    while (at + 8 <= end && peekShort() == group) {
      element(elements, end, CharacterSets.DEFAULT);
    }
    return DataSet.of(elements, CharacterSets.DEFAULT);
  }

  private int peekShort() {
    return bigEndian
        ? (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff)
        : (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
  }

  private DataSet parseUntil(int limit, boolean delimited, CharacterSets inherited) {
    List<Element> elements = new ArrayList<>(8);
    CharacterSets current = inherited;
    while (at < limit) {
      require(8, limit, 0);
      if (delimited && peekTag() == ITEM_END) {
        at += 8;
        return DataSet.of(elements, inherited);
      }
      element(elements, limit, current);
      if (!elements.isEmpty() && elements.getLast().tag() == Tag.SPECIFIC_CHARACTER_SET) {
        current = DataSet.of(List.of(elements.getLast()), inherited).characterSets();
      }
    }
    if (delimited) {
      throw new DicomException(DicomFault.ITEM_NOT_ENDED, limit);
    }
    return DataSet.of(elements, inherited);
  }

  private int peekTag() {
    int save = at;
    int tag = tag();
    at = save;
    return tag;
  }

  private int tag() {
    int group = readShort();
    return group << 16 | readShort();
  }

  private int readShort() {
    int value = peekShort();
    at += 2;
    return value;
  }

  private int readInt() {
    int first = readShort();
    int second = readShort();
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  private void require(int count, int limit, int tag) {
    if (count < 0 || count > limit - at) {
      long claimed = count & 0xffffffffL;
      throw tag == 0
          ? new DicomException(DicomFault.ELEMENT_TOO_LONG, at, claimed, limit - at)
          : new DicomException(
              DicomFault.VALUE_TOO_LONG, DataDictionary.name(tag), at, claimed, limit - at);
    }
  }

  private void element(List<Element> elements, int limit, CharacterSets sets) {
    require(8, limit, 0);
    int start = at;
    int tag = tag();
    if (Tag.group(tag) == 0xfffe) {
      throw new DicomException(DicomFault.DELIMITER_OUTSIDE, Tag.text(tag), start);
    }
    Vr vr;
    int length;
    if (explicit) {
      vr = vr(tag);
      if (vr.hasLongLength()) {
        require(6, limit, tag);
        at += 2;
        length = readInt();
      } else {
        length = readShort();
      }
    } else {
      vr = DataDictionary.vr(tag);
      length = readInt();
    }
    Element element = body(tag, vr, length, limit, sets);
    if ((tag & 0xffff) != 0) {
      elements.add(element);
    }
  }

  private Vr vr(int tag) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    for (Vr vr : Vr.values()) {
      if (vr.name().charAt(0) == first && vr.name().charAt(1) == second) {
        at += 2;
        return vr;
      }
    }
    throw new DicomException(
        DicomFault.NO_VALUE_REPRESENTATION,
        DataDictionary.name(tag),
        at,
        String.format(Locale.ROOT, "%02X %02X", first, second));
  }

  private Element body(int tag, Vr vr, int length, int limit, CharacterSets sets) {
    if (length == UNDEFINED) {
      if (vr == Vr.SQ || !explicit) {
        return new Element.Sequence(tag, items(limit, true, tag, sets));
      }
      if (vr == Vr.UN) {
        return implicitSequence(tag, limit, sets);
      }
      if (tag == Tag.PIXEL_DATA) {
        return fragments(tag, vr, limit);
      }
      throw new DicomException(DicomFault.UNDEFINED_LENGTH, DataDictionary.name(tag), at);
    }
    require(length, limit, tag);
    if (vr == Vr.SQ) {
      return new Element.Sequence(tag, items(at + length, false, tag, sets));
    }
    Element value = value(tag, vr, length);
    at += length;
    return value;
  }

  /** PS3.5, 6.2.2: an unknown element of undefined length is an implicit VR sequence. */
  private Element implicitSequence(int tag, int limit, CharacterSets sets) {
    boolean saved = explicit;
    explicit = false;
    try {
      return new Element.Sequence(tag, items(limit, true, tag, sets));
    } finally {
      explicit = saved;
    }
  }

  private List<DataSet> items(int limit, boolean delimited, int tag, CharacterSets sets) {
    if (++depth > DEEPEST) {
      throw new DicomException(DicomFault.NESTED_TOO_DEEP, DEEPEST);
    }
    List<DataSet> items = new ArrayList<>(2);
    while (at < limit) {
      require(8, limit, tag);
      int start = at;
      int found = tag();
      int length = readInt();
      if (found == SEQUENCE_END && delimited) {
        depth--;
        return items;
      }
      if (found != ITEM) {
        throw new DicomException(
            DicomFault.NO_ITEM, DataDictionary.name(tag), Tag.text(found), start);
      }
      if (length == UNDEFINED) {
        items.add(parseUntil(limit, true, sets));
      } else {
        require(length, limit, ITEM);
        items.add(parseUntil(at + length, false, sets));
      }
    }
    if (delimited) {
      throw new DicomException(DicomFault.SEQUENCE_NOT_ENDED, DataDictionary.name(tag), limit);
    }
    depth--;
    return items;
  }

  private Element fragments(int tag, Vr vr, int limit) {
    List<Element.Value> parts = new ArrayList<>();
    while (true) {
      require(8, limit, tag);
      int found = tag();
      int length = readInt();
      if (found == SEQUENCE_END) {
        return new Element.Fragments(tag, vr, parts);
      }
      if (found != ITEM) {
        throw new DicomException(DicomFault.NO_FRAGMENT, Tag.text(found));
      }
      require(length, limit, tag);
      parts.add(new Element.Value(tag, vr, bytes, at, length));
      at += length;
    }
  }

  private Element.Value value(int tag, Vr vr, int length) {
    if (tag == Tag.BITS_ALLOCATED && length == 2) {
      bitsAllocated = peekShort();
    }
    int unit = tag == Tag.PIXEL_DATA ? Math.max(1, bitsAllocated / 8) : vr.unit();
    if (!bigEndian || unit == 1 || unit > 8) {
      return new Element.Value(tag, vr, bytes, at, length);
    }
    byte[] swapped = new byte[length];
    for (int i = 0; i + unit <= length; i += unit) {
      for (int b = 0; b < unit; b++) {
        swapped[i + b] = bytes[at + i + unit - 1 - b];
      }
    }
    return new Element.Value(tag, vr, swapped, 0, length);
  }
}
