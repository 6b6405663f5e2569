package org.lodestar.statistics.survival;

import java.util.Arrays;
import org.lodestar.statistics.Require;

/** The groups that a test compares. */
final class Groups {
  private Groups() {}

  /** The number of groups, after checking that each of 0, 1, ... has a participant. */
  static int checked(int[] group) {
    int groups = 1 + Arrays.stream(group).max().orElse(0);
    if (groups < 2) {
      throw Require.refusal("number of groups", groups, "2 or more");
    }
    boolean[] seen = new boolean[groups];
    for (int g : group) {
      seen[Require.atLeast("group", g, 0)] = true;
    }
    for (int g = 0; g < groups; g++) {
      if (!seen[g]) {
        throw Require.refusal("size of group " + g, 0, "1 or more");
      }
    }
    return groups;
  }
}
