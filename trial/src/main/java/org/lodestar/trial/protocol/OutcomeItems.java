package org.lodestar.trial.protocol;

import static org.lodestar.trial.protocol.ItemType.CHOICE;
import static org.lodestar.trial.protocol.ItemType.DATE;
import static org.lodestar.trial.protocol.ItemType.DECIMAL;
import static org.lodestar.trial.protocol.ItemType.PARTIAL_DATE;
import static org.lodestar.trial.protocol.ItemType.TEXT;
import static org.lodestar.trial.protocol.ItemType.YES_NO;
import static org.lodestar.trial.protocol.KindItem.may;
import static org.lodestar.trial.protocol.KindItem.need;

import java.util.List;

/** What rules know of tumours, survival and the end of taking part. */
final class OutcomeItems {
  private static final String[] READERS = {
    "investigator", "independent-1", "independent-2", "adjudicator"
  };
  private static final String[] RESPONSES = {"CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE", "NED"};

  static final List<KindItem> TUMOUR_ASSESSMENT =
      List.of(
          need("reader", CHOICE, "Reader", "阅片者").of(READERS),
          need("assessed-on", DATE, "First scan of the assessment on", "首次扫描日期"),
          may("last-scan-on", DATE, "Last scan of the assessment on", "末次扫描日期"),
          need("method", CHOICE, "Method", "检查方法").of("ct", "mri", "pet-ct", "endoscopy"),
          may("slice-thickness", DECIMAL, "Slice thickness", "扫描层厚").in(Dimension.LESION_LENGTH),
          may("non-target", CHOICE, "Non-target lesions as a whole", "非靶病灶总体评价")
              .of("CR", "NON-CR/NON-PD", "PD", "NE"),
          may("new-lesion", CHOICE, "New lesion", "新病灶").of("none", "equivocal", "unequivocal"),
          need("response", CHOICE, "Overall response, as read", "总体疗效（阅片者）").of(RESPONSES),
          may("biopsy-proven-on", DATE, "Recurrence proven by biopsy on", "活检证实复发日期"),
          may("progression-site", CHOICE, "Where progression is", "进展部位")
              .of("local", "regional-in-field", "regional-out-of-field", "distant"),
          may("clinically-stable", YES_NO, "Clinically stable", "临床稳定"));

  static final List<KindItem> LESION =
      List.of(
          need("lesion", ItemType.LESION, "Name of the lesion, for life", "病灶编号（全程不变）"),
          need("reader", CHOICE, "Reader", "阅片者").of(READERS),
          need("role", CHOICE, "Role", "病灶类别").of("target", "non-target", "new"),
          need("organ", TEXT, "Organ", "器官"),
          may("site", TEXT, "Place within the organ", "具体部位"),
          need("node", YES_NO, "Lymph node", "是否淋巴结"),
          need("measured-on", DATE, "Measured on", "测量日期"),
          may("method", CHOICE, "Method", "检查方法").of("ct", "mri", "pet-ct", "endoscopy", "caliper"),
          may("slice-thickness", DECIMAL, "Slice thickness", "扫描层厚").in(Dimension.LESION_LENGTH),
          need("status", CHOICE, "Status", "状态")
              .of(
                  "measured",
                  "too-small",
                  "absent",
                  "not-evaluable",
                  "split",
                  "merged-into",
                  "present",
                  "normal",
                  "unequivocal-progression",
                  "unequivocal",
                  "equivocal",
                  "resolved"),
          may("diameter", DECIMAL, "Longest diameter; of a node the short axis", "最长径（淋巴结为短径）")
              .in(Dimension.LESION_LENGTH),
          may("merged-into", ItemType.LESION, "Merged into", "融合至病灶"),
          may("part-of", ItemType.LESION, "Split from", "来源病灶"),
          may("irradiated-before", YES_NO, "Irradiated before the trial", "入组前曾照射"),
          may("irradiated", YES_NO, "Irradiated on study", "研究中受照射"),
          may("reason", TEXT, "Why unequivocal", "明确进展的依据"));

  static final List<KindItem> NEW_ANTICANCER_THERAPY =
      List.of(
          need("started-on", PARTIAL_DATE, "Started on", "开始日期"),
          need("type", CHOICE, "Type", "类型")
              .of(
                  "surgery",
                  "radiotherapy",
                  "chemotherapy",
                  "immunotherapy",
                  "targeted",
                  "herbal",
                  "other"),
          may("description", TEXT, "Description", "说明"));

  static final List<KindItem> DISCONTINUATION =
      List.of(
          need("agent", CHOICE, "Agent, or radiotherapy", "药物或放疗"),
          need("stopped-on", DATE, "Decided on", "决定停用日期"),
          need("reason", CHOICE, "Reason", "原因")
              .of(
                  "completed",
                  "progression",
                  "toxicity",
                  "participant",
                  "investigator",
                  "pregnancy",
                  "death",
                  "other"),
          may("detail", TEXT, "Detail", "说明"));

  static final List<KindItem> WITHDRAWAL =
      List.of(
          need("withdrawn-on", DATE, "Withdrawn on", "退出日期"),
          need("scope", CHOICE, "From what", "退出范围").of("treatment", "visits", "data-use"),
          may("reason", TEXT, "Reason, if given", "理由（如告知）"));

  static final List<KindItem> SURVIVAL_CONTACT =
      List.of(
          need("contacted-on", DATE, "Contact tried on", "随访日期"),
          need("status", CHOICE, "Found", "随访结果").of("alive", "dead", "not-reached"),
          may("last-alive-on", PARTIAL_DATE, "Last known alive on", "最后已知存活日期"),
          may("method", CHOICE, "Way", "随访方式").of("visit", "telephone", "message", "registry"));

  static final List<KindItem> DEATH =
      List.of(
          need("died-on", PARTIAL_DATE, "Died on", "死亡日期"),
          need("cause", CHOICE, "Cause", "死亡原因")
              .of("disease", "treatment-toxicity", "other-cancer", "other", "unknown"),
          may("evidence", CHOICE, "Evidence", "依据")
              .of("certificate", "medical-record", "family", "registry"),
          may("detail", TEXT, "Detail", "说明"));

  static final List<KindItem> DEVIATION_NOTE =
      List.of(
          need("rule", TEXT, "Rule or matter", "所涉规定"),
          need("happened-on", DATE, "Happened on", "发生日期"),
          need("description", TEXT, "Description", "描述"),
          may("severity", CHOICE, "Severity", "严重程度").of("minor", "major"),
          may("cause", TEXT, "Cause", "原因"),
          may("corrective-action", TEXT, "Corrective and preventive action", "纠正与预防措施"));

  private OutcomeItems() {}
}
