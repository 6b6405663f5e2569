package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What every file of a trial's folder must obey before its meaning is looked at. */
enum ReadingRule implements Rule {
  NOT_UTF_8("This file is not UTF-8 text. Save it as UTF-8.", "此文件不是 UTF-8 文本。请另存为 UTF-8 编码。"),
  NOT_YAML("This is not YAML: {problem}. Correct the line.", "不是有效的 YAML：{problem}。请更正此行。"),
  EMPTY("The file is empty. {allowed} is needed.", "文件为空。需要：{allowed}。"),
  TOO_LARGE(
      "The file has {value} characters; at most {allowed} are read.",
      "文件有 {value} 个字符；最多读取 {allowed} 个。"),
  TOO_DEEP("Nested more than {allowed} levels deep. Flatten the file.", "嵌套超过 {allowed} 层。请减少层级。"),
  ONE_DOCUMENT(
      "A second YAML document starts here; one file holds one document.",
      "此处开始了第二个 YAML 文档；一个文件只能包含一个文档。"),
  NO_ALIASES(
      "Anchors and aliases (& and *) are not read. Write the value out.",
      "不支持锚点和别名（& 与 *）。请直接写出内容。"),
  NO_TAGS("The tag {value} is not read. Remove it.", "不支持标签 {value}。请删除。"),
  NAME_IS_TEXT(
      "A name must be a plain text; here stands a list or a mapping.", "名称必须是文本；此处为列表或映射。"),
  DUPLICATE_NAME(
      "{name} stands twice, first on line {first}. Remove one.",
      "“{name}”出现两次，首次在第 {first} 行。请删除其中一个。"),
  UNKNOWN_NAME(
      "{name} is not known here{nearest}. Allowed: {allowed}.",
      "此处不认识“{name}”{nearest}。允许：{allowed}。"),
  MISSING_NAME("{name} is missing. Add it: {allowed}.", "缺少“{name}”。请补充：{allowed}。"),
  WRONG_VALUE("{value} is not allowed here. Allowed: {allowed}.", "此处不允许“{value}”。允许：{allowed}。"),
  WRONG_SHAPE("Here stands {value}; {allowed} is needed.", "此处为{value}；需要{allowed}。"),
  DUPLICATE_KEY(
      "The key {value} stands twice in this list. Rename one.", "此列表中键“{value}”重复。请重命名其中一个。"),
  UNKNOWN_SOURCE(
      "{value} is not in the table of sources{nearest}. Known: {allowed}.",
      "来源表中没有“{value}”{nearest}。已有：{allowed}。"),
  VALUE_OR_UNSPECIFIED(
      "{name} needs either a value with its source, or 'unspecified' with a note.",
      "{name} 须写明 value 及其来源 source，或写明 unspecified 及说明。"),
  DECIDES_STATED(
      "{name} is stated by the protocol ({value}); a decision may only answer what it leaves"
          + " unspecified.",
      "方案已明确规定 {name}（{value}）；决定只能回答方案未明确（unspecified）的事项。"),
  DECIDES_ABSENT(
      "{name} is not listed in {file}. List it there as unspecified first.",
      "{file} 中没有 {name}。请先在其中列为 unspecified。"),
  WRONG_FORMAT(
      "The file says it is {value}; this program reads {allowed}.",
      "文件声明格式为 {value}；本程序可读取 {allowed}。"),
  MISSING_FILE("The file {value} is missing from the folder.", "文件夹中缺少文件 {value}。"),
  BAD_PATH(
      "The file name {value} is not allowed. Allowed: {allowed}.", "不允许文件名 {value}。允许：{allowed}。"),
  BAD_ARCHIVE(
      "This is not a bundle that this program wrote: {problem}.", "这不是本程序写出的方案包：{problem}。");

  private final Words words;

  ReadingRule(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "protocol.reading." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }
}
