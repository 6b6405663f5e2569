package org.lodestar.trial.efficacy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

  /** A measurable lesion that may become a target. */
  public record Choice(String id, String organ, boolean nodal, BigDecimal diameterMm) {}

  /**
   * The fullest choices from which a reader can take one: in each organ its largest lesions, and of
   * lymph nodes any, because how well a node can be measured again counts more than its size.
   *
   * @return ids in the order given; empty when more lesions than {@code max} would remain, because
   *     then a person must leave some out
   */
  public static List<List<String>> proposals(List<Choice> lesions, int max, int perOrganMax) {
    Map<String, List<Choice>> byOrgan = new LinkedHashMap<>();
    lesions.forEach(
        each -> byOrgan.computeIfAbsent(each.organ(), any -> new ArrayList<>()).add(each));
    List<List<String>> proposals = List.of(List.of());
    for (List<Choice> ofOrgan : byOrgan.values()) {
      List<List<String>> more = new ArrayList<>();
      for (List<String> before : proposals) {
        for (List<String> added : choices(ofOrgan, perOrganMax)) {
          List<String> joined = new ArrayList<>(before);
          joined.addAll(added);
          more.add(joined);
        }
      }
      proposals = more;
    }
    return proposals.stream().filter(choice -> choice.size() <= max).toList();
  }

  private static List<List<String>> choices(List<Choice> ofOrgan, int count) {
    if (ofOrgan.stream().anyMatch(Choice::nodal)) {
      return subsets(ofOrgan.stream().map(Choice::id).toList(), count);
    }
    List<String> largest =
        ofOrgan.stream()
            .sorted(Comparator.comparing(Choice::diameterMm).reversed())
            .limit(count)
            .map(Choice::id)
            .toList();
    return List.of(ofOrgan.stream().map(Choice::id).filter(largest::contains).toList());
  }

  /** All choices of so many, or the only one when there are not more. */
  private static List<List<String>> subsets(List<String> ids, int count) {
    if (ids.size() <= count) {
      return List.of(ids);
    }
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<String>> subsets = new ArrayList<>();
    for (int i = 0; i + count <= ids.size(); i++) {
      for (List<String> rest : subsets(ids.subList(i + 1, ids.size()), count - 1)) {
        List<String> subset = new ArrayList<>(List.of(ids.get(i)));
        subset.addAll(rest);
        subsets.add(subset);
      }
    }
    return subsets;
  }
}
