package org.lodestar.trial.protocol;

import static org.lodestar.trial.protocol.ItemType.CHOICE;
import static org.lodestar.trial.protocol.ItemType.DATE;
import static org.lodestar.trial.protocol.ItemType.DATE_TIME;
import static org.lodestar.trial.protocol.ItemType.DECIMAL;
import static org.lodestar.trial.protocol.ItemType.INTEGER;
import static org.lodestar.trial.protocol.ItemType.TEXT;
import static org.lodestar.trial.protocol.ItemType.YES_NO;
import static org.lodestar.trial.protocol.KindItem.may;
import static org.lodestar.trial.protocol.KindItem.need;

import java.util.List;

/** What rules know of drugs and radiotherapy, prescribed and given. */
final class TreatmentItems {
  static final List<KindItem> PRESCRIPTION =
      List.of(
          need("agent", CHOICE, "Agent", "药物"),
          need("cycle", INTEGER, "Cycle", "周期"),
          need("prescribed-on", DATE, "Prescribed on", "处方日期"),
          need("planned-on", DATE, "To be given on", "计划给药日期"),
          need("decision", CHOICE, "Decision", "决定").of("give", "hold", "omit", "stop"),
          may("dose", DECIMAL, "Dose", "剂量").in(Dimension.DRUG_AMOUNT),
          may("dose-level", INTEGER, "Dose level, 0 is full dose", "剂量水平（0 为全量）"),
          may("surface", DECIMAL, "Body surface used", "所用体表面积").in(Dimension.BODY_SURFACE),
          may("clearance", DECIMAL, "Clearance used", "所用肌酐清除率").in(Dimension.CLEARANCE),
          may("auc", DECIMAL, "Target exposure", "目标 AUC").in(Dimension.DRUG_EXPOSURE),
          may("reason", TEXT, "Reason for holding or changing", "暂停或调整的理由"));

  static final List<KindItem> ADMINISTRATION =
      List.of(
          need("agent", CHOICE, "Agent", "药物"),
          need("cycle", INTEGER, "Cycle", "周期"),
          need("started-at", DATE_TIME, "Infusion started at", "输注开始时间"),
          may("ended-at", DATE_TIME, "Infusion ended at", "输注结束时间"),
          need("dose", DECIMAL, "Dose given", "实际剂量").in(Dimension.DRUG_AMOUNT),
          need("lot", TEXT, "Lot number", "药品批号"),
          may("interrupted", YES_NO, "Interrupted", "输注中断"));

  static final List<KindItem> RT_MILESTONES =
      List.of(
          may("simulation-on", DATE, "Simulation CT on", "定位 CT 日期"),
          may("contours-approved-on", DATE, "Contours approved on", "靶区勾画审核日期"),
          may("prescribed-on", DATE, "Prescribed on", "放疗处方日期"),
          may("plan-approved-on", DATE, "Plan approved on", "计划审核日期"),
          may("patient-qa-on", DATE, "Patient-specific QA on", "患者剂量验证日期"),
          may("started-on", DATE, "First fraction on", "首次照射日期"),
          may("ended-on", DATE, "Last fraction on", "末次照射日期"),
          may("ended-early", YES_NO, "Ended before the planned dose", "提前结束放疗"));

  static final List<KindItem> RT_PLAN =
      List.of(
          need("label", TEXT, "Label of the plan", "计划名称"),
          need("approved-on", DATE, "Approved on", "审核日期"),
          need("dose", DECIMAL, "Prescribed dose", "处方总剂量").in(Dimension.RADIATION_DOSE),
          need("fractions", INTEGER, "Planned fractions", "计划分次数"),
          need("fraction-dose", DECIMAL, "Dose per fraction", "单次剂量").in(Dimension.RADIATION_DOSE),
          may("technique", CHOICE, "Technique", "放疗技术").of("imrt", "vmat", "tomotherapy", "3d-crt"),
          may("plan-uid", TEXT, "UID of the plan", "计划 UID"),
          may("replaces", TEXT, "Label of the plan that it replaces", "所替代的计划"),
          may("ptv-v95", DECIMAL, "PTV V95%", "PTV V95%").in(Dimension.PROPORTION),
          may("lung-v20", DECIMAL, "Lungs V20", "双肺 V20").in(Dimension.PROPORTION),
          may("lung-v5", DECIMAL, "Lungs V5", "双肺 V5").in(Dimension.PROPORTION),
          may("lung-mean", DECIMAL, "Lungs mean dose", "双肺平均剂量").in(Dimension.RADIATION_DOSE),
          may("heart-v40", DECIMAL, "Heart V40", "心脏 V40").in(Dimension.PROPORTION),
          may("heart-mean", DECIMAL, "Heart mean dose", "心脏平均剂量").in(Dimension.RADIATION_DOSE),
          may("cord-max", DECIMAL, "Cord D0.03cc", "脊髓 D0.03cc").in(Dimension.RADIATION_DOSE));

  static final List<KindItem> FRACTION =
      List.of(
          need("number", INTEGER, "Fraction number", "分次序号"),
          need("delivered-at", DATE_TIME, "Delivered at", "照射时间"),
          need("dose", DECIMAL, "Dose delivered", "实际剂量").in(Dimension.RADIATION_DOSE),
          need("status", CHOICE, "Status", "执行情况").of("complete", "partial", "not-delivered"),
          may("reason", CHOICE, "Why partial or not delivered", "未完成原因")
              .of("machine", "holiday", "toxicity", "participant", "other"),
          may("plan", TEXT, "Label of the plan", "计划名称"),
          may("machine", TEXT, "Machine", "设备"));

  static final List<KindItem> RT_REVIEW =
      List.of(
          need("reviewed-on", DATE, "Reviewed on", "审核日期"),
          need("subject", CHOICE, "What is reviewed", "审核内容")
              .of("volumes", "plan", "delivery", "time"),
          need("verdict", CHOICE, "Verdict", "审核结论")
              .of("acceptable", "acceptable-variation", "unacceptable-variation"),
          may("comment", TEXT, "Comment", "说明"));

  private TreatmentItems() {}
}
