package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best overall response and the assessments that made it (RECIST 1.1, section 4.4 and Table 3).
 *
 * @param date of the first assessment that met it; null when nothing was assessed
 * @param decidedBy the assessments that decided: one, or a response and its confirmation
 */
public record BestResponse(
    Response response, @Nullable LocalDate date, List<TimedResponse> decidedBy) {
  public BestResponse {
    decidedBy = List.copyOf(decidedBy);
  }

  private static BestResponse at(Response response, TimedResponse... decidedBy) {
    return new BestResponse(response, decidedBy[0].date(), List.of(decidedBy));
  }

  /** The best of all assessments up to progression; no response needs to be seen twice. */
  public static BestResponse unconfirmed(ResponseSeries series, ResponseSettings settings) {
    List<TimedResponse> counting = series.counting();
    return first(counting, Response.CR)
        .or(() -> first(counting, Response.PR))
        .map(each -> at(each.response(), each))
        .orElseGet(() -> withoutResponse(series, counting, settings));
  }

  /**
   * The best response that a second assessment confirmed. After a complete response any disease is
   * progression (footnote to Table 3).
   */
  public static BestResponse confirmed(ResponseSeries series, ResponseSettings settings) {
    List<TimedResponse> counting = untilReturn(series.counting());
    return confirmed(Response.CR, counting, settings)
        .or(() -> confirmed(Response.PR, counting, settings))
        .orElseGet(() -> withoutResponse(series, counting, settings));
  }

  private static Optional<TimedResponse> first(List<TimedResponse> responses, Response wanted) {
    return responses.stream().filter(each -> each.response() == wanted).findFirst();
  }

  /** What remains when no response counts: stable for long enough, progression, or NE. */
  private static BestResponse withoutResponse(
      ResponseSeries series, List<TimedResponse> counting, ResponseSettings settings) {
    for (TimedResponse each : counting) {
      boolean judged = each.response().isObjective() || each.response().isStable();
      if (judged && series.daysTo(each) >= settings.stableMinDays()) {
        return at(stableName(series, each), each);
      }
    }
    return first(counting, Response.PD)
        .or(() -> first(counting, Response.NED))
        .map(each -> at(each.response(), each))
        .orElseGet(() -> notEvaluable(counting));
  }

  private static BestResponse notEvaluable(List<TimedResponse> counting) {
    return counting.isEmpty()
        ? new BestResponse(Response.NE, null, List.of())
        : at(Response.NE, counting.getFirst());
  }

  private static Response stableName(ResponseSeries series, TimedResponse each) {
    return switch (each.response()) {
      case SD, NON_CR_NON_PD -> each.response();
      default -> series.targetDisease() ? Response.SD : Response.NON_CR_NON_PD;
    };
  }

  /** The responses up to the first disease after a complete response, which reads as PD. */
  private static List<TimedResponse> untilReturn(List<TimedResponse> counting) {
    List<TimedResponse> until = new ArrayList<>();
    boolean complete = false;
    for (TimedResponse each : counting) {
      boolean disease = each.response() == Response.PR || each.response().isStable();
      if (complete && disease) {
        until.add(new TimedResponse(each.date(), Response.PD));
        return until;
      }
      complete |= each.response() == Response.CR;
      until.add(each);
    }
    return until;
  }

  private static Optional<BestResponse> confirmed(
      Response wanted, List<TimedResponse> counting, ResponseSettings settings) {
    for (int i = 0; i < counting.size(); i++) {
      if (isAtLeast(counting.get(i).response(), wanted)) {
        Optional<TimedResponse> confirmation = confirmation(wanted, i, counting, settings);
        if (confirmation.isPresent()) {
          return Optional.of(at(wanted, counting.get(i), confirmation.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TimedResponse> confirmation(
      Response wanted, int from, List<TimedResponse> counting, ResponseSettings settings) {
    int notEvaluable = 0;
    for (TimedResponse later : counting.subList(from + 1, counting.size())) {
      if (isAtLeast(later.response(), wanted)) {
        long days = ChronoUnit.DAYS.between(counting.get(from).date(), later.date());
        if (days >= settings.confirmationMinDays()) {
          return Optional.of(later);
        }
      } else if (later.response() == Response.NE) {
        notEvaluable++;
        if (notEvaluable > settings.notEvaluableBetweenMax()) {
          return Optional.empty();
        }
      } else if (!mayLieBetween(wanted, later.response(), settings)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean mayLieBetween(
      Response wanted, Response between, ResponseSettings settings) {
    return wanted == Response.PR && between == Response.SD && settings.stableBetweenAllowed();
  }

  private static boolean isAtLeast(Response response, Response wanted) {
    return response == wanted || (wanted == Response.PR && response == Response.CR);
  }
}
