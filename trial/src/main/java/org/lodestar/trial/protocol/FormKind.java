package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Optional;
import org.lodestar.trial.fact.Words;

/**
 * The fixed list of what a form can be about. Rules know kinds and their items; a trial chooses
 * keys, labels, further items and further forms.
 */
public enum FormKind implements Choice {
  CONSENT(Use.RUNNING, "Informed consent", "知情同意", ScreeningItems.CONSENT),
  DEMOGRAPHY(Use.ONCE, "Demography", "人口学资料", ScreeningItems.DEMOGRAPHY),
  HISTORY(Use.ONCE, "Medical history", "既往病史", ScreeningItems.HISTORY),
  STAGING(Use.ONCE, "Clinical staging", "临床分期", ScreeningItems.STAGING),
  ENDOSCOPY(Use.AT_VISIT, "Endoscopy and pathology", "内镜与病理", ScreeningItems.ENDOSCOPY),
  ELIGIBILITY_JUDGEMENT(
      Use.ONCE, "Investigator's judgement of eligibility", "研究者入排判断", ScreeningItems.JUDGEMENT),
  VITAL_SIGNS(Use.AT_VISIT, "Vital signs", "生命体征", ScreeningItems.VITAL_SIGNS),
  PERFORMANCE(
      Use.AT_VISIT, "Performance, weight and nutrition", "体能、体重与营养", ScreeningItems.PERFORMANCE),
  LABORATORY(Use.AT_VISIT, "Laboratory", "实验室检查", LaboratoryItems.LABORATORY),
  CARDIAC_THYROID(
      Use.AT_VISIT, "Cardiac and thyroid tests", "心脏与甲状腺检查", LaboratoryItems.CARDIAC_THYROID),
  ADVERSE_EVENT(Use.RUNNING, "Adverse event", "不良事件", SafetyItems.ADVERSE_EVENT),
  SERIOUS_ADVERSE_EVENT(
      Use.RUNNING, "Serious adverse event report", "严重不良事件报告", SafetyItems.SERIOUS_ADVERSE_EVENT),
  PREGNANCY(Use.RUNNING, "Pregnancy report", "妊娠报告", SafetyItems.PREGNANCY),
  CONCOMITANT_MEDICATION(
      Use.RUNNING, "Concomitant medication", "合并用药", SafetyItems.CONCOMITANT_MEDICATION),
  CONCOMITANT_PROCEDURE(
      Use.RUNNING, "Concomitant procedure", "合并操作", SafetyItems.CONCOMITANT_PROCEDURE),
  PRESCRIPTION(Use.PER_AGENT, "Prescription", "医嘱处方", TreatmentItems.PRESCRIPTION),
  ADMINISTRATION(Use.PER_AGENT, "Administration", "给药记录", TreatmentItems.ADMINISTRATION),
  RT_MILESTONES(Use.ONCE, "Radiotherapy milestones", "放疗流程节点", TreatmentItems.RT_MILESTONES),
  RT_PLAN(Use.RUNNING, "Radiotherapy plan", "放疗计划", TreatmentItems.RT_PLAN),
  FRACTION(Use.RUNNING, "Radiotherapy fraction", "放疗分次", TreatmentItems.FRACTION),
  RT_REVIEW(Use.RUNNING, "Radiotherapy quality review", "放疗质控审核", TreatmentItems.RT_REVIEW),
  TUMOUR_ASSESSMENT(Use.PER_READER, "Tumour assessment", "肿瘤评估", OutcomeItems.TUMOUR_ASSESSMENT),
  LESION(Use.PER_READER, "Lesion", "病灶", OutcomeItems.LESION),
  NEW_ANTICANCER_THERAPY(
      Use.RUNNING, "New anti-cancer therapy", "新的抗肿瘤治疗", OutcomeItems.NEW_ANTICANCER_THERAPY),
  DISCONTINUATION(
      Use.RUNNING, "Discontinuation of an agent", "停用研究治疗", OutcomeItems.DISCONTINUATION),
  WITHDRAWAL(Use.RUNNING, "Withdrawal", "退出", OutcomeItems.WITHDRAWAL),
  SURVIVAL_CONTACT(
      Use.RUNNING, "Survival follow-up contact", "生存随访", OutcomeItems.SURVIVAL_CONTACT),
  DEATH(Use.ONCE, "Death", "死亡", OutcomeItems.DEATH),
  DEVIATION_NOTE(Use.RUNNING, "Note on a deviation", "方案偏离说明", OutcomeItems.DEVIATION_NOTE);

  /** How often a form of the kind is filled. */
  public enum Use {
    /** One copy for a participant. */
    ONCE,
    /** One copy at a visit. */
    AT_VISIT,
    /** At a visit, one copy for each agent. */
    PER_AGENT,
    /** At a visit, one copy for each lesion or reader. */
    PER_READER,
    /** One copy whenever it happens, whatever the visit. */
    RUNNING
  }

  private final Use use;
  private final Words words;
  private final List<KindItem> items;

  FormKind(Use use, String en, String zh, List<KindItem> items) {
    this.use = use;
    this.words = new Words(en, zh);
    this.items = items;
  }

  public Use use() {
    return use;
  }

  /** Whether there can be more than one copy of a form at a visit. */
  public boolean isRepeating() {
    return switch (use) {
      case ONCE, AT_VISIT -> false;
      case PER_AGENT, PER_READER, RUNNING -> true;
    };
  }

  @Override
  public Words words() {
    return words;
  }

  /** The items that rules know. */
  public List<KindItem> items() {
    return items;
  }

  /** What rules know about an item of this name, if anything. */
  public Optional<KindItem> item(String name) {
    return items.stream().filter(item -> item.covers(name)).findFirst();
  }
}
