package org.lodestar.trial.safety;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a grade: comparisons that must all hold, and what must be so beside the numbers.
 * Written {@code value < 3 & value > 2 ULN when symptomatic}.
 *
 * @param text as it stands in the table of rules
 * @param baselineAbnormal whether the baseline must have been outside its own limits, inside them,
 *     or null when that does not matter
 */
record LaboratoryCondition(
    String text,
    List<Comparison> comparisons,
    Set<LaboratoryFlag> flags,
    @Nullable Boolean baselineAbnormal) {
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?<left>[a-z0-9-]+) (?<sign><=|>=|<|>) "
              + "(?:(?<factor>[0-9.]+)(?: (?<of>LLN|ULN|BASE))?"
              + "|(?<reference>LLN|ULN|BASE)(?: (?<plus>[+-]) (?<addend>[0-9.]+))?)");

  /** A limit to which a value is compared. */
  private enum Reference {
    LLN,
    ULN,
    BASE
  }

  /** {@code left sign factor * reference + addend}; without a reference the addend alone. */
  record Comparison(
      String left,
      String sign,
      BigDecimal factor,
      @Nullable Reference reference,
      BigDecimal addend) {}

  static boolean isAgainstBaseline(Comparison comparison) {
    return comparison.reference() == Reference.BASE;
  }

  /** Whether a line holds, or what is lacking to tell. */
  sealed interface Answer {
    record Known(boolean holds) implements Answer {}

    record Lacking(String what) implements Answer {}
  }

  static final Answer YES = new Answer.Known(true);
  private static final Answer NO = new Answer.Known(false);

  LaboratoryCondition {
    comparisons = List.copyOf(comparisons);
    flags = Set.copyOf(flags);
  }

  /**
   * @throws IllegalArgumentException when the line is not of the form that is read
   */
  static LaboratoryCondition parse(String line) {
    String[] parts = line.split(" when ", 2);
    List<Comparison> comparisons =
        Arrays.stream(parts[0].split(" & ", -1)).map(LaboratoryCondition::comparison).toList();
    Set<LaboratoryFlag> flags = EnumSet.noneOf(LaboratoryFlag.class);
    Boolean abnormal = null;
    for (String word : parts.length == 1 ? new String[0] : parts[1].split(" & ", -1)) {
      switch (word) {
        case "baseline-abnormal" -> abnormal = true;
        case "baseline-normal" -> abnormal = false;
        default -> flags.add(LaboratoryFlag.ofKey(word).orElseThrow(() -> unreadable(line)));
      }
    }
    return new LaboratoryCondition(line, comparisons, flags, abnormal);
  }

  private static Comparison comparison(String text) {
    Matcher matcher = COMPARISON.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text);
    }
    String left = matcher.group("left");
    String sign = matcher.group("sign");
    String reference = matcher.group("reference");
    if (reference != null) {
      return new Comparison(
          left, sign, BigDecimal.ONE, Reference.valueOf(reference), addend(matcher));
    }
    BigDecimal number = new BigDecimal(matcher.group("factor"));
    String of = matcher.group("of");
    return of == null
        ? new Comparison(left, sign, BigDecimal.ZERO, null, number)
        : new Comparison(left, sign, number, Reference.valueOf(of), BigDecimal.ZERO);
  }

  private static BigDecimal addend(Matcher matcher) {
    String addend = matcher.group("addend");
    if (addend == null) {
      return BigDecimal.ZERO;
    }
    return matcher.group("plus").equals("-")
        ? new BigDecimal(addend).negate()
        : new BigDecimal(addend);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "a condition is written like \"value < 3 ULN when symptomatic\"; got: " + text);
  }

  /**
   * @param assumed flags taken to be so
   */
  Answer holds(LaboratoryResult result, LaboratoryRule rule, Set<LaboratoryFlag> assumed) {
    if (!assumed.containsAll(flags)) {
      return NO;
    }
    if (baselineAbnormal != null && baselineAbnormal != rule.isBaselineAbnormal(result)) {
      return NO;
    }
    Optional<String> lacking = Optional.empty();
    for (Comparison comparison : comparisons) {
      switch (holds(comparison, result, rule)) {
        case Answer.Known(boolean holds) when !holds -> {
          return NO;
        }
        case Answer.Lacking(String what) -> lacking = Optional.of(what);
        default -> {}
      }
    }
    return lacking.<Answer>map(Answer.Lacking::new).orElse(YES);
  }

  private static Answer holds(Comparison comparison, LaboratoryResult result, LaboratoryRule rule) {
    BigDecimal left = result.values().get(comparison.left());
    if (left == null) {
      return isSustained(comparison.left(), result) ? NO : new Answer.Lacking(comparison.left());
    }
    BigDecimal right = comparison.addend();
    if (comparison.reference() != null) {
      BigDecimal reference = reference(comparison.reference(), result, rule);
      if (reference == null) {
        return lacking(comparison.reference(), rule);
      }
      right = right.add(comparison.factor().multiply(reference));
    }
    int order = left.compareTo(right);
    return new Answer.Known(
        switch (comparison.sign()) {
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        });
  }

  /** A value that lasted, {@code x-for-1-h}, was not seen when only the value x is recorded. */
  private static boolean isSustained(String part, LaboratoryResult result) {
    int lasting = part.indexOf("-for-");
    return lasting > 0 && result.values().containsKey(part.substring(0, lasting));
  }

  /**
   * Without a baseline the participant is taken to have been normal: at the limit, or not worse.
   */
  private static Answer lacking(Reference reference, LaboratoryRule rule) {
    return reference == Reference.BASE && !rule.needsBaseline()
        ? NO
        : new Answer.Lacking(reference.name());
  }

  private static @Nullable BigDecimal reference(
      Reference reference, LaboratoryResult result, LaboratoryRule rule) {
    return switch (reference) {
      case LLN -> result.lln();
      case ULN -> result.uln();
      case BASE -> result.baseline() != null ? result.baseline() : limit(result, rule);
    };
  }

  private static @Nullable BigDecimal limit(LaboratoryResult result, LaboratoryRule rule) {
    if (rule.needsBaseline()) {
      return null;
    }
    return rule.direction() == LaboratoryRule.Direction.HIGH ? result.uln() : result.lln();
  }
}
