package org.lodestar.app.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.enrolment.EnrolmentCommand;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;

/** A trial of one form and one criterion: enough to enter, to be refused and to be full. */
final class ToyTrial {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T08:00:00Z"));
  static final CommandBus.Sender SYSTEM = new CommandBus.Sender("system", Role.SYSTEM, "01");
  static final CommandBus.Sender INVESTIGATOR =
      new CommandBus.Sender("i.li", Role.INVESTIGATOR, "01");
  static final CommandBus.Sender COORDINATOR =
      new CommandBus.Sender("c.chen", Role.COORDINATOR, "01");
  static final CommandBus.Sender MONITOR = new CommandBus.Sender("m.wu", Role.MONITOR, "01");

  private ToyTrial() {}

  static Bundle bundle(int cap) {
    String protocol =
        """
        format: lodestar/protocol/1
        sources:
          toy: {en: "made for tests", zh: "测试用"}
        trial:
          key: {value: TOY, source: toy}
          title: {value: {en: Toy trial, zh: 示例试验}, source: toy}
        design:
          planned-enrolment: {value: CAP, source: toy}
        eligibility:
          criteria:
            value:
              - key: data-use
                kind: inclusion
                words: {en: agreed to the use of data, zh: 同意使用数据}
                expression: "consent.data_use"
                source: toy
            source: toy
        follow-up:
          visits:
            value:
              - key: screening
                words: {en: screening, zh: 筛选期}
                anchor: consent
                offset-days: 0
                window-before-days: 0
                window-after-days: 28
                forms: [consent]
            source: toy
        """
            .replace("CAP", Integer.toString(cap));
    String consent =
        """
        format: lodestar/form/1
        key: consent
        kind: consent
        label: {en: "Informed consent", zh: "知情同意"}
        sections:
        - key: main
          label: {en: "Informed consent", zh: "知情同意"}
          items:
          - key: signed-on
            label: {en: "Signed on", zh: "签署日期"}
            type: date
            required: true
          - key: version
            label: {en: "Version", zh: "版本号"}
            type: text
            required: true
          - key: type
            label: {en: "Type", zh: "类型"}
            type: choice
            required: true
            choices:
            - {code: initial, en: "Initial", zh: "首次"}
            - {code: re-consent, en: "Re-consent", zh: "再次"}
          - key: data-use
            label: {en: "Use of data", zh: "数据使用"}
            type: yes-no
        checks:
        - key: not-in-the-future
          severity: hard
          requires: "consent.signed_on.onOrBefore(today)"
          message: {en: "The signature lies in the future.", zh: "签署日期在未来。"}
        """;
    return Bundle.of(
        Map.of(
            "protocol.yaml", protocol.getBytes(StandardCharsets.UTF_8),
            "forms/consent.yaml", consent.getBytes(StandardCharsets.UTF_8)));
  }

  /** Opens the log for the trial and activates it. */
  static void start(CommandBus bus, int cap) {
    Digest bundle = bus.log().putBundle(bundle(cap).bytes());
    done(bus, new TrialCommand.OpenLog("TOY", true), SYSTEM);
    done(bus, new TrialCommand.OpenAccount("i.li", Set.of(Role.INVESTIGATOR)), ADMINISTRATOR);
    done(bus, new TrialCommand.ActivateProtocol(bundle, "1.0"), INVESTIGATOR);
  }

  private static final CommandBus.Sender ADMINISTRATOR =
      new CommandBus.Sender("a.zhou", Role.ADMINISTRATOR, "01");

  static CommandBus.Answer.Done done(CommandBus bus, Command command, CommandBus.Sender sender) {
    String id = command + "/" + sender.actor() + "/" + System.nanoTime();
    CommandBus.Answer answer = bus.send(command, sender, Digest.ofText(id).hex());
    if (answer instanceof CommandBus.Answer.Done done) {
      return done;
    }
    throw new AssertionError(command + " was answered by " + answer);
  }

  static SortedMap<String, Entry> consent(String dataUse) {
    SortedMap<String, Entry> items = new TreeMap<>();
    items.put("consent.signed-on", Entry.typed("2026-03-01"));
    items.put("consent.version", Entry.typed("2.0"));
    items.put("consent.type", Entry.typed("initial"));
    items.put("consent.data-use", Entry.typed(dataUse));
    return items;
  }

  /** Registers somebody who meets the one criterion. */
  static ParticipantCode register(CommandBus bus) {
    var done = done(bus, new EnrolmentCommand.RegisterParticipant(consent("yes")), COORDINATOR);
    Fact first = done.facts().getFirst();
    return ((Body.ParticipantRegistered) first.body()).code();
  }
}
