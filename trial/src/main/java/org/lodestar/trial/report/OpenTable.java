package org.lodestar.trial.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Setting;

/** The settings that nobody has confirmed yet and on which a figure of the report rests. */
final class OpenTable {
  private final Set<Derived<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> used = new TreeSet<>();

  private OpenTable() {}

  static ReportTable of(Cohort cohort) {
    OpenTable walk = new OpenTable();
    EfficacyTables efficacy = cohort.efficacy();
    for (EfficacyTables.Endpoint endpoint : EfficacyTables.Endpoint.values()) {
      walk.visit(
          org.lodestar.trial.efficacy.Endpoints.landmark(
              efficacy.curve(endpoint), cohort.protocol()));
    }
    for (Member member : cohort.members()) {
      walk.visit(member.efficacy().bestConfirmed());
      member.events().forEach(event -> walk.visit(event.treatmentEmergent()));
      member.events().forEach(event -> event.related().values().forEach(walk::visit));
      member.deviations().forEach(walk::visit);
    }
    return table(walk.used, cohort.protocol());
  }

  private void visit(Derived<?> derived) {
    if (!seen.add(derived)) {
      return;
    }
    used.addAll(derived.settings().keySet());
    for (Input input : derived.inputs()) {
      if (input instanceof Derived<?> below) {
        visit(below);
      }
    }
  }

  private static ReportTable table(Set<String> used, Protocol protocol) {
    List<Setting<?>> open =
        protocol.open().stream().filter(setting -> used.contains(setting.key().path())).toList();
    ReportTable.Builder table =
        ReportTable.of("open-decisions", "Unconfirmed decisions used", "所用未确认决定")
            .text("Setting", "设定")
            .text("Value used", "采用值")
            .text("On whose word", "状态")
            .note(
                new Words(
                    "The figures of this report rest on "
                        + open.size()
                        + " settings that the documents leave open and nobody has confirmed; the"
                        + " whole protocol has "
                        + protocol.open().size()
                        + ".",
                    "本报告的数字依据 "
                        + open.size()
                        + " 项文件未规定且尚无人确认的设定；方案中此类设定共 "
                        + protocol.open().size()
                        + " 项。"));
    for (Setting<?> setting : open) {
      table.row(
          setting.key().label(),
          new Words(setting.show(Language.EN), setting.show(Language.ZH)),
          setting.status().words());
    }
    return table.done();
  }
}
