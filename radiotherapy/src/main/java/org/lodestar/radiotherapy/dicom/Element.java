package org.lodestar.radiotherapy.dicom;

import java.util.List;

/** A data element as read: a value, a sequence of items, or encapsulated fragments. */
public sealed interface Element permits Element.Value, Element.Sequence, Element.Fragments {
  /** The tag, unsigned. */
  int tag();

  /** The value representation it was written with, or the standard's. */
  Vr vr();

  /** A plain value: a stretch of the file's bytes, little endian. Not to be changed. */
  final class Value implements Element {
    private final int tag;
    private final Vr vr;
    private final byte[] buffer;
    private final int offset;
    private final int length;

    Value(int tag, Vr vr, byte[] buffer, int offset, int length) {
      this.tag = tag;
      this.vr = vr;
      this.buffer = buffer;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public int tag() {
      return tag;
    }

    @Override
    public Vr vr() {
      return vr;
    }

    byte[] buffer() {
      return buffer;
    }

    int offset() {
      return offset;
    }

    /** The number of bytes, padding included. */
    public int length() {
      return length;
    }
  }

  /** A sequence. */
  record Sequence(int tag, List<DataSet> items) implements Element {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Vr vr() {
      return Vr.SQ;
    }
  }

  /** Encapsulated pixel data: the offset table first, then the fragments (PS3.5 A.4). */
  record Fragments(int tag, Vr vr, List<Value> parts) implements Element {
    public Fragments {
      parts = List.copyOf(parts);
    }
  }
}
