package org.lodestar.trial.efficacy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a choice of target lesions keeps the limits.
 *
 * @param tooMany by how many the choice exceeds the limit of all
 * @param crowdedOrgans organs with more targets than allowed, and how many each has
 */
public record TargetSelection(int tooMany, Map<String, Integer> crowdedOrgans) {
  public TargetSelection {
    crowdedOrgans = Map.copyOf(crowdedOrgans);
  }

  /**
   * @param organs the organ of each chosen lesion, without side or node station: a pair of organs
   *     is one organ, and so are all lymph nodes together
   */
  public static TargetSelection check(List<String> organs, int max, int perOrganMax) {
    Map<String, Integer> perOrgan =
        organs.stream()
            .collect(
                Collectors.groupingBy(organ -> organ, TreeMap::new, Collectors.summingInt(o -> 1)));
    perOrgan.values().removeIf(count -> count <= perOrganMax);
    return new TargetSelection(Math.max(0, organs.size() - max), perOrgan);
  }

  public boolean isLegal() {
    return tooMany == 0 && crowdedOrgans.isEmpty();
  }
}
