package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.enrolment.EsophagealStage;
import org.lodestar.trial.fact.PartialDate;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.ItemDefinition;

/** Who was enrolled: age, sex, performance, stage and place of the tumour. */
final class BaselineTable {
  private static final Words NOT_RECORDED = new Words("not recorded", "未记录");

  private final Cohort cohort;
  private final ReportTable.Builder table;
  private final int all;

  private BaselineTable(Cohort cohort) {
    this.cohort = cohort;
    this.all = cohort.members().size();
    this.table =
        ReportTable.of("baseline", "Baseline characteristics", "基线特征")
            .text("", "")
            .figures("n = " + all, "n = " + all)
            .note(
                new Words(
                    "Number (percent) of all enrolled, or median (range). Age in completed years"
                        + " on the day of enrolment, the older one where only the month of birth"
                        + " is known. Stage groups: AJCC/UICC 8th edition, clinical.",
                    "例数（占全部入组者的百分比）或中位数（范围）。年龄为入组当日周岁，仅知出生年月者取较大值。" + "分期：AJCC/UICC 第 8 版临床分期。"));
  }

  static ReportTable of(Cohort cohort) {
    BaselineTable baseline = new BaselineTable(cohort);
    baseline.fill();
    return baseline.table.done();
  }

  private void fill() {
    spread(new Words("Age, years", "年龄（岁）"), this::age, 0);
    spread(
        new Words("Weight, kg", "体重（kg）"),
        member -> first(member, "performance").flatMap(s -> s.decimal("weight").known()),
        1);
    coded("demography", "sex", new Words("Sex", "性别"));
    values("performance", "ecog", new Words("ECOG performance status", "ECOG 体能状态评分"));
    values("performance", "dysphagia", new Words("Dysphagia, CTCAE grade", "吞咽困难（CTCAE 分级）"));
    coded("staging", "location", new Words("Place of the primary", "原发灶部位"));
    coded("staging", "t", new Words("Clinical T", "临床 T 分期"));
    coded("staging", "n", new Words("Clinical N", "临床 N 分期"));
    counts(new Words("Stage group", "临床分期"), stages());
  }

  private static Optional<Sheet> first(Member member, String kind) {
    return member.sheets().of(kind).stream().findFirst();
  }

  private Optional<BigDecimal> age(Member member) {
    return first(member, "demography")
        .flatMap(sheet -> sheet.partialDate("birth-date").known())
        .map(PartialDate::earliest)
        .map(born -> BigDecimal.valueOf(Period.between(born, member.enrolledOn()).getYears()));
  }

  private void spread(
      Words name, java.util.function.Function<Member, Optional<BigDecimal>> value, int decimals) {
    List<BigDecimal> sample =
        cohort.members().stream().flatMap(member -> value.apply(member).stream()).toList();
    int without = all - sample.size();
    String missing = without == 0 ? "" : "; " + without + " " + NOT_RECORDED.en();
    String missingZh = without == 0 ? "" : "；" + without + " 例" + NOT_RECORDED.zh();
    String shown = Shown.spread(sample, decimals).orElse(Shown.NOTHING);
    table.row(name, new Words(shown + missing, shown + missingZh));
  }

  /** An item with a list of answers, in the order of the form; answers that nobody gave go. */
  private void coded(String kind, String item, Words name) {
    Map<Words, Integer> counts = new LinkedHashMap<>();
    for (Member member : cohort.members()) {
      Optional<Sheet> sheet = first(member, kind);
      sheet.stream()
          .flatMap(each -> cohort.options(each, item).stream())
          .map(ItemDefinition.Option::words)
          .forEach(words -> counts.putIfAbsent(words, 0));
      sheet
          .flatMap(each -> cohort.answer(each, item))
          .ifPresent(words -> counts.merge(words, 1, Integer::sum));
    }
    counts(name, counts);
  }

  /** An item that is a small whole number. */
  private void values(String kind, String item, Words name) {
    Map<Integer, Integer> sorted = new java.util.TreeMap<>();
    for (Member member : cohort.members()) {
      first(member, kind)
          .flatMap(sheet -> sheet.wholeNumber(item).known())
          .ifPresent(value -> sorted.merge(value, 1, Integer::sum));
    }
    Map<Words, Integer> counts = new LinkedHashMap<>();
    sorted.forEach((value, count) -> counts.put(Words.same(value.toString()), count));
    counts(name, counts);
  }

  private Map<Words, Integer> stages() {
    Map<EsophagealStage, Integer> sorted = new java.util.EnumMap<>(EsophagealStage.class);
    for (Member member : cohort.members()) {
      first(member, "staging")
          .flatMap(BaselineTable::stage)
          .ifPresent(stage -> sorted.merge(stage, 1, Integer::sum));
    }
    Map<Words, Integer> counts = new LinkedHashMap<>();
    sorted.forEach((stage, count) -> counts.put(Words.same(stage.label()), count));
    return counts;
  }

  /** Categories that cannot be staged, such as TX, have no group. */
  private static Optional<EsophagealStage> stage(Sheet sheet) {
    List<String> categories = new ArrayList<>();
    for (String item : List.of("t", "n", "m")) {
      sheet.text(item).known().filter(code -> !code.endsWith("X")).ifPresent(categories::add);
    }
    if (categories.size() < 3 || categories.getFirst().equals("T0")) {
      return Optional.empty();
    }
    return EsophagealStage.of(
        EsophagealStage.T.parse(categories.get(0)),
        EsophagealStage.N.parse(categories.get(1)),
        EsophagealStage.M.parse(categories.get(2)));
  }

  private void counts(Words name, Map<Words, Integer> counts) {
    table.group(name);
    int known = 0;
    for (Map.Entry<Words, Integer> each : counts.entrySet()) {
      if (each.getValue() > 0) {
        table.row(each.getKey(), Shown.count(each.getValue(), all));
        known += each.getValue();
      }
    }
    if (known < all) {
      table.row(NOT_RECORDED, Shown.count(all - known, all));
    }
  }
}
