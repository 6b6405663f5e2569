package org.lodestar.trial.fact;

import java.util.Locale;

/** In which capacity somebody acts. What a role may do is decided in {@code capture}. */
public enum Role {
  INVESTIGATOR,
  RADIATION_ONCOLOGIST,
  PHYSICIST,
  COORDINATOR,
  DATA_MANAGER,
  MONITOR,
  SAFETY_OFFICER,
  STATISTICIAN,
  ADMINISTRATOR,
  SYSTEM;

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
