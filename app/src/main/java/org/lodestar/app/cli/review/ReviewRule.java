package org.lodestar.app.cli.review;

import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What is said about a file of an independent review, in both languages. */
enum ReviewRule implements Rule {
  NOT_A_TABLE(
      "review.not-a-table",
      "the file is no table: it needs a heading, at least one row, and as many cells in each row"
          + " as in the heading",
      "文件不是表格：须有表头、至少一行数据，且每行单元格数与表头一致"),
  NO_COLUMN(
      "review.no-column",
      "there is no column {column}; needed are {needed}, known besides {known}",
      "缺少列 {column}；必需列：{needed}；其他可用列：{known}"),
  UNKNOWN_COLUMN(
      "review.unknown-column",
      "nobody knows a column {column}; known are {known}",
      "未知的列 {column}；可用列：{known}"),
  UNKNOWN_PARTICIPANT(
      "review.unknown-participant",
      "{participant} is neither a screening code nor a number of the enrolled",
      "{participant} 既不是筛选号，也不是入组号"),
  NOT_INDEPENDENT(
      "review.not-independent",
      "the reader is \"{reader}\"; it must be independent-1, independent-2 or adjudicator",
      "阅片者为“{reader}”；应为 independent-1、independent-2 或 adjudicator"),
  UNKNOWN_VISIT(
      "review.unknown-visit",
      "the site assessed no tumour of {participant} at \"{visit}\"; it did at {visits}",
      "{participant} 在“{visit}”没有肿瘤评估；已有：{visits}"),
  NOT_A_DATE(
      "review.not-a-date",
      "the date is \"{date}\"; it must be written 2025-04-07",
      "日期为“{date}”；应写作 2025-04-07"),
  TWICE("review.twice", "{what} was given in line {line} already", "{what} 已在第 {line} 行给出"),
  RECORDED_OTHERWISE(
      "review.recorded-otherwise",
      "{what} is recorded already with other values ({items}); correct it on its form, with a"
          + " reason",
      "{what} 已有不同的记录（{items}）；请在表单上更正并填写理由"),
  ASSESSMENT("review.assessment", "the assessment", "该次评估"),
  LESION("review.lesion", "lesion {lesion}", "病灶 {lesion}"),
  LINE("review.line", "line {line}: {says}", "第 {line} 行：{says}"),
  REFUSED("review.refused", "{count} errors; nothing was imported", "共 {count} 处错误；未导入任何内容"),
  IMPORTED(
      "review.imported",
      "{forms} forms saved for {participants} participants; {unchanged} were recorded already",
      "已为 {participants} 名受试者保存 {forms} 份表单；{unchanged} 份此前已有相同记录");

  private final String id;
  private final Words words;

  ReviewRule(String id, String en, String zh) {
    this.id = id;
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Words words() {
    return words;
  }
}
