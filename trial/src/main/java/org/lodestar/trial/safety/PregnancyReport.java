package org.lodestar.trial.safety;

import java.time.LocalDateTime;
import java.util.List;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.protocol.Protocol;

/**
 * A pregnancy of the participant or her partner: no adverse event, but reported by the clock of
 * serious ones.
 *
 * @param who participant or partner
 * @param due when the sponsor must have it
 */
public record PregnancyReport(
    Derived<String> who, Derived<LocalDateTime> due, Derived<Boolean> inTime) {

  public static List<PregnancyReport> derive(Sheets sheets, Protocol protocol) {
    return sheets.of("pregnancy").stream().map(sheet -> derive(sheet, protocol)).toList();
  }

  private static PregnancyReport derive(Sheet sheet, Protocol protocol) {
    Derived<LocalDateTime> due =
        SeriousReport.due(SeriousReport.moment(sheet, "aware-at"), protocol);
    return new PregnancyReport(
        sheet.text("who"),
        due,
        SeriousReport.inTime(SeriousReport.moment(sheet, "reported-at"), due));
  }
}
