package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/** Why a form stands where it stands. */
enum FormReason {
  COMPLETE("complete", "已完成"),
  COPIES("{complete} of {recorded} complete", "{recorded} 份中 {complete} 份完成"),
  STARTED("begun, not declared complete", "已开始填写，尚未声明完成"),
  NO_VALUES("every item is answered with the reason why there is no value", "各条目均注明无值原因"),
  NOT_DELIVERED("the fraction was not delivered", "该分次未照射"),
  DUE("due {planned}, window {from} to {to}", "应于 {planned}，窗口 {from} 至 {to}"),
  OVERDUE(
      "overdue {days}: planned {planned}, the window closed {to}",
      "超期 {days}：计划 {planned}，窗口止于 {to}"),
  MISSED(
      "missed: planned {planned}, the window closed {to}, nothing is recorded",
      "错过：计划 {planned}，窗口止于 {to}，无任何记录"),
  NOT_GIVEN("not given; the prescription says: {decision}", "未给药；医嘱决定：{decision}"),
  FRACTION_TODAY("fraction {number} of {total} is due today", "今日应行第 {number}/{total} 次照射"),
  DAYS_UNRECORDED(
      "{days} of treatment without a record, the first {first}", "有 {days}治疗日无记录，首日 {first}"),
  PLANNED("planned {planned}", "计划 {planned}"),
  EXPECTED_NO_MORE("no longer expected", "不再需要");

  private final Words words;

  FormReason(String en, String zh) {
    this.words = new Words(en, zh);
  }

  Message with(Object... namesAndValues) {
    return Message.of(words, namesAndValues);
  }

  /** What the window of a visit says. */
  Message of(PlannedVisit visit, LocalDate asOf) {
    return with(
        "planned",
        visit.planned().get(),
        "from",
        visit.earliest(),
        "to",
        visit.latest(),
        "days",
        days(ChronoUnit.DAYS.between(visit.latest(), asOf)));
  }

  static Words days(long number) {
    return new Words(number + (number == 1 ? " day" : " days"), number + " 天");
  }
}
