package org.lodestar.trial.protocol;

import static org.lodestar.trial.protocol.ItemType.CHOICE;
import static org.lodestar.trial.protocol.ItemType.DATE;
import static org.lodestar.trial.protocol.ItemType.DATE_TIME;
import static org.lodestar.trial.protocol.ItemType.DECIMAL;
import static org.lodestar.trial.protocol.ItemType.INTEGER;
import static org.lodestar.trial.protocol.ItemType.PARTIAL_DATE;
import static org.lodestar.trial.protocol.ItemType.TEXT;
import static org.lodestar.trial.protocol.ItemType.YES_NO;
import static org.lodestar.trial.protocol.KindItem.may;
import static org.lodestar.trial.protocol.KindItem.need;

import java.util.List;

/** What rules know of events, medications and procedures. */
final class SafetyItems {
  private static final String[] RELATED = {
    "not-related", "unlikely", "possible", "probable", "definite"
  };

  static final List<KindItem> ADVERSE_EVENT =
      List.of(
          need("verbatim", TEXT, "As reported", "不良事件描述（原文）"),
          need("term", TEXT, "Term of the dictionary", "标准术语"),
          need("grade", INTEGER, "Grade, 1 to 5", "分级（1–5）"),
          need("started-on", PARTIAL_DATE, "Started on", "开始日期"),
          may("ended-on", PARTIAL_DATE, "Ended on", "结束日期"),
          need("outcome", CHOICE, "Outcome", "转归")
              .of("recovered", "recovering", "not-recovered", "sequelae", "fatal", "unknown"),
          need("serious", YES_NO, "Serious", "是否严重不良事件"),
          need("related-*", CHOICE, "Related to the agent", "与该药物的相关性").of(RELATED),
          may("related-radiotherapy", CHOICE, "Related to radiotherapy", "与放疗的相关性").of(RELATED),
          may("action-*", CHOICE, "Action taken with the agent", "对该药物采取的措施")
              .of("none", "held", "reduced", "stopped", "not-applicable"),
          need(
              "immune-related",
              YES_NO,
              "Immune-related, determined by the investigator",
              "研究者判定免疫相关"),
          may("systemic-steroid", YES_NO, "Systemic steroid given", "使用全身性激素"),
          may("at-baseline", YES_NO, "Present before treatment", "治疗前已存在"),
          may("special-interest", YES_NO, "Of special interest", "特别关注的不良事件"),
          may("lab-proposed", YES_NO, "Proposed by laboratory grading", "由实验室自动分级提示"));

  static final List<KindItem> SERIOUS_ADVERSE_EVENT =
      List.of(
          need("event", INTEGER, "Number of the adverse event's copy", "对应不良事件序号"),
          need("report", CHOICE, "Report", "报告类型").of("initial", "follow-up", "final"),
          need("aware-at", DATE_TIME, "Site became aware at", "研究中心获知时间"),
          need("reported-at", DATE_TIME, "Reported to the sponsor at", "向申办者报告时间"),
          may("ethics-at", DATE_TIME, "Reported to the ethics committee at", "向伦理委员会报告时间"),
          need("death", YES_NO, "Death", "导致死亡"),
          need("life-threatening", YES_NO, "Life-threatening", "危及生命"),
          need("hospitalisation", YES_NO, "Hospitalisation, new or prolonged", "住院或住院时间延长"),
          need("disability", YES_NO, "Persistent disability", "永久或显著的残疾"),
          need("congenital", YES_NO, "Congenital anomaly", "先天性异常或出生缺陷"),
          need("medically-important", YES_NO, "Otherwise medically important", "其他重要医学事件"),
          need("suspected", YES_NO, "Suspected to be a reaction", "可疑药物不良反应"),
          need("expected", YES_NO, "Expected by the reference document", "预期（参考安全性信息已列）"),
          may("admitted-on", DATE, "Admitted on", "入院日期"),
          may("discharged-on", DATE, "Discharged on", "出院日期"));

  static final List<KindItem> PREGNANCY =
      List.of(
          need("who", CHOICE, "Who is pregnant", "妊娠者").of("participant", "partner"),
          need("aware-at", DATE_TIME, "Site became aware at", "研究中心获知时间"),
          need("reported-at", DATE_TIME, "Reported to the sponsor at", "向申办者报告时间"),
          may("outcome", CHOICE, "Outcome", "妊娠结局")
              .of("ongoing", "live-birth", "miscarriage", "termination", "stillbirth", "unknown"));

  static final List<KindItem> CONCOMITANT_MEDICATION =
      List.of(
          need("name", TEXT, "Generic name", "药物通用名"),
          need("class", CHOICE, "Class", "类别")
              .of(
                  "systemic-steroid",
                  "immunosuppressant",
                  "growth-factor",
                  "antibiotic",
                  "antiviral",
                  "antiemetic",
                  "analgesic",
                  "nutrition",
                  "live-vaccine",
                  "herbal-anticancer",
                  "anticoagulant",
                  "other"),
          need("started-on", PARTIAL_DATE, "Started on", "开始日期"),
          may("ended-on", PARTIAL_DATE, "Ended on", "结束日期"),
          may("prednisone-equivalent", DECIMAL, "Daily dose as prednisone", "每日剂量（折算泼尼松）")
              .in(Dimension.DRUG_AMOUNT),
          may("event", INTEGER, "Given for adverse event number", "针对的不良事件序号"));

  static final List<KindItem> CONCOMITANT_PROCEDURE =
      List.of(
          need("name", TEXT, "Procedure", "操作名称"),
          need("class", CHOICE, "Class", "类别")
              .of(
                  "stent",
                  "feeding-tube",
                  "dilation",
                  "drainage",
                  "transfusion",
                  "surgery",
                  "other"),
          need("performed-on", PARTIAL_DATE, "Performed on", "操作日期"));

  private SafetyItems() {}
}
