package org.lodestar.trial.fact;

import java.util.Locale;

/** In which capacity somebody acts. What a role may do is decided in {@code capture}. */
public enum Role {
  INVESTIGATOR("investigator", "研究者"),
  RADIATION_ONCOLOGIST("radiation oncologist", "放射肿瘤科医师"),
  PHYSICIST("physicist", "医学物理师"),
  COORDINATOR("coordinator", "临床研究协调员"),
  DATA_MANAGER("data manager", "数据管理员"),
  MONITOR("monitor", "监查员"),
  SAFETY_OFFICER("safety officer", "安全性负责人"),
  STATISTICIAN("statistician", "统计师"),
  INDEPENDENT_READER("independent reader", "独立阅片者"),
  ADJUDICATOR("adjudicator", "裁定者"),
  ADMINISTRATOR("administrator", "系统管理员"),
  SYSTEM("system", "系统");

  private final Words words;

  Role(String en, String zh) {
    this.words = new Words(en, zh);
  }

  public Words words() {
    return words;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException when the key names no role
   */
  public static Role parse(String key) {
    for (Role role : values()) {
      if (role.key().equals(key)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no role is called " + key);
  }
}
