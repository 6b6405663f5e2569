package org.lodestar.radiotherapy.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something cannot be read or written as DICOM, in both languages; {@code {0}}, {@code {1}}
 * stand for what was found, in the order of the sentence in English.
 */
public enum DicomFault {
  // files and folders
  /** Bytes of the file, bytes that are read at most. */
  FILE_TOO_LARGE("file of {0} bytes: at most {1} are read", "文件有 {0} 字节；最多读取 {1} 字节"),
  /** What the system says. */
  FILE_NOT_OPENED("the file cannot be opened: {0}", "无法打开文件：{0}"),
  NO_DICOM(
      "no DICOM file: neither 'DICM' at byte 128 nor a data set at byte 0",
      "不是 DICOM 文件：第 128 字节处没有“DICM”，第 0 字节处也没有数据集"),
  /** The number that is read at most. */
  FOLDER_TOO_LARGE("folder of more than {0} files", "文件夹中的文件超过 {0} 个"),
  /** What the system says. */
  FOLDER_NOT_LISTED("the folder cannot be listed: {0}", "无法列出文件夹内容：{0}"),
  // transfer syntax
  NO_TRANSFER_SYNTAX("the file names no transfer syntax (0002,0010)", "文件未给出传输语法 (0002,0010)"),
  /** The syntax found, one that is read. */
  SYNTAX_NOT_READ(
      "transfer syntax {0} is not read here; export uncompressed ({1})",
      "不支持读取传输语法 {0}；请以未压缩方式导出（{1}）"),
  /** The syntax. */
  SYNTAX_NOT_WRITTEN("transfer syntax {0} is read, never written", "传输语法 {0} 只读取，不写出"),
  /** The element. */
  COMPRESSED_NOT_WRITTEN("{0} is compressed; it is not written", "{0} 为压缩数据，不写出"),
  /** Bytes that are inflated at most. */
  INFLATED_TOO_LARGE("deflated data set: more than {0} bytes when inflated", "压缩数据集：解压后超过 {0} 字节"),
  DEFLATED_SHORT("deflated data set: the compressed bytes end too early", "压缩数据集：压缩数据过早结束"),
  DEFLATED_DAMAGED("deflated data set: the compressed bytes are damaged", "压缩数据集：压缩数据已损坏"),
  // elements
  /** The element, its byte, the bytes that it claims, the bytes that are left. */
  VALUE_TOO_LONG(
      "{0} at byte {1} claims {2} bytes, {3} are left", "第 {1} 字节处的 {0} 声称有 {2} 字节，仅剩 {3} 字节"),
  /** The byte of an element, the bytes that it claims, the bytes that are left. */
  ELEMENT_TOO_LONG(
      "an element at byte {0} claims {1} bytes, {2} are left", "第 {0} 字节处的元素声称有 {1} 字节，仅剩 {2} 字节"),
  /** The element, its byte, the two bytes. */
  NO_VALUE_REPRESENTATION(
      "{0} at byte {1}: bytes {2} are no value representation", "第 {1} 字节处的 {0}：字节 {2} 不是值表示（VR）"),
  /** The element, its byte. */
  UNDEFINED_LENGTH(
      "{0} at byte {1} has an undefined length, which only sequences may have",
      "第 {1} 字节处的 {0} 长度未定义，只有序列可以如此"),
  /** The element. */
  ELEMENT_TWICE("{0} appears twice in one data set", "{0} 在同一数据集中出现两次"),
  /** The element, the number. */
  NO_WHOLE_NUMBER("{0} holds {1}, which is no whole number", "{0} 的值 {1} 不是整数"),
  /** The element, the beginning of its text. */
  NO_DECIMAL("{0} holds '{1}', which is no decimal number", "{0} 的值“{1}”不是十进制数"),
  // sequences
  /** The delimiter, its byte. */
  DELIMITER_OUTSIDE("delimiter {0} at byte {1} outside a sequence", "第 {1} 字节处的定界符 {0} 不在任何序列之内"),
  /** The byte before which the item had to end. */
  ITEM_NOT_ENDED(
      "an item of undefined length does not end before byte {0}", "长度未定义的条目未在第 {0} 字节之前结束"),
  /** The sequence, what stands there, its byte. */
  NO_ITEM("{0}: {1} at byte {2} where an item must begin", "{0}：第 {2} 字节处应为条目的开始，却是 {1}"),
  /** The sequence, the byte before which it had to end. */
  SEQUENCE_NOT_ENDED("{0}: the sequence does not end before byte {1}", "{0}：序列未在第 {1} 字节之前结束"),
  /** The depth that is read. */
  NESTED_TOO_DEEP("sequences nested more than {0} deep", "序列嵌套超过 {0} 层"),
  // pixels
  /** What stands there. */
  NO_FRAGMENT("Pixel Data: {0} where a fragment must begin", "像素数据：应为片段的开始，却是 {0}"),
  /** Fragments, their bytes, frames, bytes of a frame. */
  RLE_FRAGMENTS(
      "RLE pixels: {0} fragments of {1} bytes cannot hold {2} frames of {3} bytes",
      "RLE 像素：{0} 个片段共 {1} 字节，容不下 {2} 帧、每帧 {3} 字节"),
  /** The bytes of the frame. */
  RLE_HEADER("RLE frame of {0} bytes: the header alone has 64", "RLE 帧仅 {0} 字节；单是头部就有 64 字节"),
  /** Segments found, segments wanted. */
  RLE_SEGMENTS("RLE frame of {0} segments: must have {1}", "RLE 帧有 {0} 段，应有 {1} 段"),
  /** Where it begins, the bytes of the frame. */
  RLE_SEGMENT_OUTSIDE("RLE segment begins at byte {0} of {1}", "RLE 段始于第 {0} 字节，而帧共 {1} 字节"),
  /** Pixels that are missing. */
  RLE_SEGMENT_SHORT("RLE segment ends {0} pixels too early", "RLE 段过早结束，缺 {0} 个像素"),
  RLE_RUN_CUT("RLE segment ends within a run", "RLE 段在游程中间结束");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String english;
  private final String chinese;

  DicomFault(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** The sentence in English with places for what was found. */
  public String english() {
    return english;
  }

  /** The sentence in Chinese with places for what was found. */
  public String chinese() {
    return chinese;
  }

  /** The fault of that name. */
  public static Optional<DicomFault> of(String name) {
    return Arrays.stream(values()).filter(fault -> fault.name().equals(name)).findFirst();
  }

  /**
   * A sentence with what was found.
   *
   * @param sentence {@link #english()} or {@link #chinese()}
   */
  public static String render(String sentence, List<String> found) {
    return PLACE
        .matcher(sentence)
        .replaceAll(place -> Matcher.quoteReplacement(found.get(Integer.parseInt(place.group(1)))));
  }
}
