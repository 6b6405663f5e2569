package org.lodestar.app.imaging;

import java.util.Locale;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** Why a folder is not imported into a participant's record, in both languages. */
public enum ImportRule implements Rule {
  SEVERAL(
      Refusal.Cause.INVALID,
      "the objects of {folder} are not of one patient and one frame of reference; nothing was"
          + " imported",
      "{folder} 中的对象不属于同一患者和同一参考坐标系；未导入任何内容"),
  ANOTHER(
      Refusal.Cause.NOT_PERMITTED,
      "the objects of {folder} are about somebody else than {code}: neither the identifier nor"
          + " birth date and sex agree with the identity vault; nothing was imported. If they are"
          + " hers, a second person confirms it, with a reason",
      "{folder} 中的对象与 {code} 不是同一人：患者编号、出生日期和性别均与身份库不符；未导入任何内容。如确属其本人，须由第二人确认并说明理由"),
  NOBODY(
      Refusal.Cause.NOT_PERMITTED,
      "the identity vault does not know {code} yet; nothing was imported. A second person confirms"
          + " the first link, with a reason",
      "身份库中尚无 {code}；未导入任何内容。首次关联须由第二人确认并说明理由"),
  TWO_PEOPLE(
      Refusal.Cause.INVALID,
      "the second person must be another account than {actor}, and give a reason; nothing was"
          + " imported",
      "第二人须为 {actor} 以外的账户，并须说明理由；未导入任何内容"),
  CHANGED(
      Refusal.Cause.INVALID,
      "{folder} has changed since it was shown; nothing was imported. Look at it again",
      "{folder} 在显示之后已有改动；未导入任何内容。请重新查看"),
  NO_REASON(
      Refusal.Cause.INVALID,
      "a recorded value is replaced only with a reason; nothing was imported",
      "替换已记录的值须说明理由；未导入任何内容"),
  OTHER_ROLE(
      Refusal.Cause.NOT_PERMITTED,
      "a {role} does not import; a physicist or a radiation oncologist does. Choose the role in the"
          + " header",
      "{role}不能导入；由医学物理师或放疗医师导入。请在页首选择角色");

  private final Refusal.Cause cause;
  private final Words words;

  ImportRule(Refusal.Cause cause, String en, String zh) {
    this.cause = cause;
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "imaging." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }

  /** The refusal with its values, names and values in turn. */
  public Refusal refusal(Object... namesAndValues) {
    return new Refusal(cause, this, Message.of(words, namesAndValues), null);
  }
}
