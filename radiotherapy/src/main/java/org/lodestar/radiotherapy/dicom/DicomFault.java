package org.lodestar.radiotherapy.dicom;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why something cannot be read or written as DICOM. It has no words: who shows it says it in the
 * reader's language, with what was found.
 */
public enum DicomFault {
  // files and folders
  /** Bytes of the file, bytes that are read at most. */
  FILE_TOO_LARGE,
  /** What the system says. */
  FILE_NOT_OPENED,
  NO_DICOM,
  /** The number that is read at most. */
  FOLDER_TOO_LARGE,
  /** What the system says. */
  FOLDER_NOT_LISTED,
  // transfer syntax
  NO_TRANSFER_SYNTAX,
  /** The syntax found, one that is read. */
  SYNTAX_NOT_READ,
  /** The syntax. */
  SYNTAX_NOT_WRITTEN,
  /** The element. */
  COMPRESSED_NOT_WRITTEN,
  /** Bytes that are inflated at most. */
  INFLATED_TOO_LARGE,
  DEFLATED_SHORT,
  DEFLATED_DAMAGED,
  // elements
  /** The element, its byte, the bytes that it claims, the bytes that are left. */
  VALUE_TOO_LONG,
  /** The byte of an element, the bytes that it claims, the bytes that are left. */
  ELEMENT_TOO_LONG,
  /** The element, its byte, the two bytes. */
  NO_VALUE_REPRESENTATION,
  /** The element, its byte. */
  UNDEFINED_LENGTH,
  /** The element. */
  ELEMENT_TWICE,
  /** The element, the number. */
  NO_WHOLE_NUMBER,
  /** The element, the beginning of its text. */
  NO_DECIMAL,
  // sequences
  /** The delimiter, its byte. */
  DELIMITER_OUTSIDE,
  /** The byte before which the item had to end. */
  ITEM_NOT_ENDED,
  /** The sequence, what stands there, its byte. */
  NO_ITEM,
  /** The sequence, the byte before which it had to end. */
  SEQUENCE_NOT_ENDED,
  /** The depth that is read. */
  NESTED_TOO_DEEP,
  // pixels
  /** What stands there. */
  NO_FRAGMENT,
  /** Fragments, their bytes, frames, bytes of a frame. */
  RLE_FRAGMENTS,
  /** The bytes of the frame. */
  RLE_HEADER,
  /** Segments found, segments wanted. */
  RLE_SEGMENTS,
  /** Where it begins, the bytes of the frame. */
  RLE_SEGMENT_OUTSIDE,
  /** Pixels that are missing. */
  RLE_SEGMENT_SHORT,
  RLE_RUN_CUT;

  /** The fault of that name. */
  public static Optional<DicomFault> of(String name) {
    return Arrays.stream(values()).filter(fault -> fault.name().equals(name)).findFirst();
  }
}
