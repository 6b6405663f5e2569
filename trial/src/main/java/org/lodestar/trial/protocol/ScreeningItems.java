package org.lodestar.trial.protocol;

import static org.lodestar.trial.protocol.ItemType.CHOICE;
import static org.lodestar.trial.protocol.ItemType.DATE;
import static org.lodestar.trial.protocol.ItemType.DECIMAL;
import static org.lodestar.trial.protocol.ItemType.INTEGER;
import static org.lodestar.trial.protocol.ItemType.PARTIAL_DATE;
import static org.lodestar.trial.protocol.ItemType.TEXT;
import static org.lodestar.trial.protocol.ItemType.YES_NO;
import static org.lodestar.trial.protocol.KindItem.may;
import static org.lodestar.trial.protocol.KindItem.need;

import java.util.List;

/** What rules know of the forms that are filled before treatment and at visits. */
final class ScreeningItems {
  static final List<KindItem> CONSENT =
      List.of(
          need("signed-on", DATE, "Signed by the participant on", "受试者签署日期"),
          need("version", TEXT, "Version of the consent form", "知情同意书版本号"),
          need("type", CHOICE, "First consent or re-consent", "首次同意或再次同意")
              .of("initial", "re-consent"),
          may("data-use", YES_NO, "Separate consent to the use of data", "个人信息使用的单独同意"));

  static final List<KindItem> DEMOGRAPHY =
      List.of(
          need("birth-date", PARTIAL_DATE, "Date of birth, to the month or day", "出生日期（可精确到月）"),
          need("sex", CHOICE, "Sex", "性别").of("male", "female"),
          may("childbearing-potential", YES_NO, "Of childbearing potential", "具有生育能力"));

  private static final String[] PATHOLOGY = {
    "squamous-cell-carcinoma", "adenocarcinoma", "other-malignancy", "no-malignancy", "pending"
  };

  static final List<KindItem> HISTORY =
      List.of(
          need("recorded-on", DATE, "History taken on", "病史采集日期"),
          need("pathology", CHOICE, "Pathology of the primary", "原发灶病理诊断").of(PATHOLOGY),
          need("pathology-method", CHOICE, "Histology or cytology", "组织学或细胞学")
              .of("histology", "cytology"),
          may("pathology-on", DATE, "Pathology reported on", "病理报告日期"));

  static final List<KindItem> STAGING =
      List.of(
          need("assessed-on", DATE, "Staged on", "分期日期"),
          need("t", CHOICE, "Clinical T", "临床 T 分期")
              .of("TX", "T0", "Tis", "T1", "T1a", "T1b", "T2", "T3", "T4a", "T4b"),
          need("n", CHOICE, "Clinical N", "临床 N 分期").of("NX", "N0", "N1", "N2", "N3"),
          need("m", CHOICE, "Clinical M", "临床 M 分期").of("M0", "M1"),
          may("regional-nodes", INTEGER, "Number of involved regional nodes", "受累区域淋巴结数"),
          may("supraclavicular-nodes", YES_NO, "Supraclavicular nodes involved", "锁骨上淋巴结受累"),
          may("location", CHOICE, "Location of the primary", "原发灶部位")
              .of("cervical", "upper-thoracic", "middle-thoracic", "lower-thoracic", "junction"));

  static final List<KindItem> ENDOSCOPY =
      List.of(
          need("performed-on", DATE, "Endoscopy on", "内镜检查日期"),
          need("at-site", YES_NO, "Done at the trial's site", "在本中心完成"),
          need("diagnosis-confirmed", YES_NO, "Diagnosis confirmed", "确认诊断"),
          may("primary-category", CHOICE, "Primary tumour by endoscopy", "原发灶内镜评价")
              .of("complete-response", "non-cr", "progression", "not-evaluable"),
          may("biopsy-positive", YES_NO, "Biopsy positive", "活检阳性"));

  static final List<KindItem> JUDGEMENT =
      List.of(
          need("judged-on", DATE, "Judged on", "判断日期"),
          need("surgery", CHOICE, "Why there is no surgery", "未行手术的情形")
              .of("unsuitable", "declined", "suitable"),
          need("surgery-reason", TEXT, "Reason", "理由"),
          need("eligible", YES_NO, "Eligible in the investigator's judgement", "研究者判断符合入排标准"));

  static final List<KindItem> VITAL_SIGNS =
      List.of(
          need("measured-on", DATE, "Measured on", "测量日期"),
          may("temperature", DECIMAL, "Body temperature", "体温").in(Dimension.TEMPERATURE),
          may("pulse", INTEGER, "Pulse, /min", "脉搏（次/分）"),
          may("systolic", INTEGER, "Systolic pressure, mmHg", "收缩压（mmHg）"),
          may("diastolic", INTEGER, "Diastolic pressure, mmHg", "舒张压（mmHg）"),
          may("oxygen-saturation", DECIMAL, "Oxygen saturation", "血氧饱和度").in(Dimension.PROPORTION));

  static final List<KindItem> PERFORMANCE =
      List.of(
          need("assessed-on", DATE, "Assessed on", "评估日期"),
          need("ecog", INTEGER, "ECOG performance status, 0 to 5", "ECOG 体能状态评分（0–5）"),
          need("weight", DECIMAL, "Weight", "体重").in(Dimension.BODY_MASS),
          may("height", DECIMAL, "Height", "身高").in(Dimension.BODY_LENGTH),
          may("dysphagia", INTEGER, "Dysphagia, CTCAE grade, 0 to 4", "吞咽困难（CTCAE 分级 0–4）"),
          may("feeding", CHOICE, "Way of feeding", "进食途径")
              .of("oral", "nasogastric-tube", "gastrostomy", "jejunostomy", "parenteral"));

  private ScreeningItems() {}
}
