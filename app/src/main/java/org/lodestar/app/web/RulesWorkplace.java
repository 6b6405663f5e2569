package org.lodestar.app.web;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;

/**
 * A trial's rules without its log, for looking at what lies outside it. The log behind it knows the
 * protocol alone; it may hold example values, as a simulated one may, but nothing here is
 * synthetic.
 */
public record RulesWorkplace(LogWorkplace log) implements Workplace {
  private static final String NOWHERE = "-";

  /**
   * The rules of a bundle, on a log that ends with its process.
   *
   * @throws IllegalArgumentException when the bundle is refused
   */
  public static RulesWorkplace of(Bundle bundle, Protocol protocol, String software) {
    Ports ports = new Ports(InstantSource.system(), Salts.secure(), software);
    CommandBus bus = new CommandBus(FactLogs.inMemory(ports), InstantSource.system());
    bus.log().putBundle(bundle.bytes());
    RulesWorkplace rules = new RulesWorkplace(new LogWorkplace(bus, NOWHERE, software));
    String trial = protocol.get(TrialSettings.KEY).require();
    rules.require(new TrialCommand.OpenLog(trial, true), Role.SYSTEM);
    rules.require(new TrialCommand.ActivateProtocol(bundle.digest(), NOWHERE), Role.INVESTIGATOR);
    return rules;
  }

  private void require(Command command, Role role) {
    if (send(command, role, command.getClass().getSimpleName())
        instanceof CommandBus.Answer.Refused refused) {
      throw new IllegalArgumentException(refused.refusals().getFirst().message().in(Language.EN));
    }
  }

  @Override
  public List<Moment> moments() {
    return log.moments();
  }

  @Override
  public <T> T ask(Moment moment, Function<TrialState, T> question) {
    return log.ask(moment, question);
  }

  @Override
  public List<Fact> facts(long fromSeq, long toSeq) {
    return log.facts(fromSeq, toSeq);
  }

  @Override
  public List<Fact> facts(ParticipantCode code, long toSeq) {
    return log.facts(code, toSeq);
  }

  @Override
  public CommandBus.Answer send(Command command, Role role, String commandId) {
    return log.send(command, role, commandId);
  }

  @Override
  public Digest keep(byte[] attachment) {
    return log.keep(attachment);
  }

  @Override
  public boolean isSimulated() {
    return false;
  }

  @Override
  public String software() {
    return log.software();
  }
}
