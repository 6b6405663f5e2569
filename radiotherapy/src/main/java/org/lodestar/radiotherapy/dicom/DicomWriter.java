package org.lodestar.radiotherapy.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes DICOM Part 10 files: implicit, explicit or deflated, always little endian. Sequences and
 * items have undefined length with delimiters; private elements are written as they were read.
 */
public final class DicomWriter {
  private static final int ITEM = 0xfffee000;
  private static final int ITEM_END = 0xfffee00d;
  private static final int SEQUENCE_END = 0xfffee0dd;

  private final OutputStream out;
  private final boolean explicit;

  private DicomWriter(OutputStream out, boolean explicit) {
    this.out = out;
    this.explicit = explicit;
  }

  /** Writes an object to a new file, explicit VR little endian; an existing file is refused. */
  public static void write(DataSet object, Path file) {
    try {
      Files.write(
          file,
          bytes(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
          java.nio.file.StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a file.
   *
   * @throws DicomException for a syntax that is not written, or for pixels still encapsulated
   */
  public static byte[] bytes(DataSet object, TransferSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(object, syntax, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes a file to a stream, which stays open. */
  public static void write(DataSet object, TransferSyntax syntax, OutputStream out)
      throws IOException {
    ByteArrayOutputStream meta = new ByteArrayOutputStream();
    new DicomWriter(meta, true).dataSet(MetaInformation.of(object, syntax));
    out.write(new byte[128]);
    out.write(new byte[] {'D', 'I', 'C', 'M', 2, 0, 0, 0, 'U', 'L', 4, 0});
    new DicomWriter(out, true).writeInt(meta.size());
    meta.writeTo(out);
    switch (syntax) {
      case IMPLICIT_VR_LITTLE_ENDIAN -> new DicomWriter(out, false).dataSet(object);
      case EXPLICIT_VR_LITTLE_ENDIAN -> new DicomWriter(out, true).dataSet(object);
      case DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN -> deflate(object, out);
      case EXPLICIT_VR_BIG_ENDIAN, RLE_LOSSLESS ->
          throw new DicomException(DicomFault.SYNTAX_NOT_WRITTEN, syntax.uid());
    }
  }

  private static void deflate(DataSet object, OutputStream out) throws IOException {
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, 1 << 16);
      new DicomWriter(deflated, true).dataSet(object);
      deflated.finish();
      if (deflater.getBytesWritten() % 2 == 1) {
        out.write(0);
      }
    }
  }

  private void dataSet(DataSet dataSet) throws IOException {
    for (Element element : dataSet.elements()) {
      switch (element) {
        case Element.Value value -> value(value);
        case Element.Sequence sequence -> sequence(sequence);
        case Element.Fragments fragments ->
            throw new DicomException(
                DicomFault.COMPRESSED_NOT_WRITTEN, DataDictionary.name(fragments.tag()));
      }
    }
  }

  private void value(Element.Value value) throws IOException {
    int padded = value.length() + (value.length() & 1);
    Vr vr = value.vr();
    if (explicit && !vr.hasLongLength() && padded > 0xffff) {
      vr = Vr.UN;
    }
    header(value.tag(), vr, padded);
    out.write(value.buffer(), value.offset(), value.length());
    if (padded > value.length()) {
      out.write(vr.padding());
    }
  }

  private void sequence(Element.Sequence sequence) throws IOException {
    header(sequence.tag(), Vr.SQ, -1);
    for (DataSet item : sequence.items()) {
      tag(ITEM);
      writeInt(-1);
      dataSet(item);
      tag(ITEM_END);
      writeInt(0);
    }
    tag(SEQUENCE_END);
    writeInt(0);
  }

  private void header(int tag, Vr vr, int length) throws IOException {
    tag(tag);
    if (!explicit) {
      writeInt(length);
      return;
    }
    out.write(vr.name().charAt(0));
    out.write(vr.name().charAt(1));
    if (vr.hasLongLength()) {
      writeShort(0);
      writeInt(length);
    } else {
      writeShort(length);
    }
  }

  private void tag(int tag) throws IOException {
    writeShort(tag >>> 16);
    writeShort(tag & 0xffff);
  }

  private void writeShort(int value) throws IOException {
    out.write(value);
    out.write(value >>> 8);
  }

  private void writeInt(int value) throws IOException {
    writeShort(value);
    writeShort(value >>> 16);
  }
}
