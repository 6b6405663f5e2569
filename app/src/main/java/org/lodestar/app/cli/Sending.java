package org.lodestar.app.cli;

import java.util.UUID;
import org.lodestar.app.store.CommandBus;
import org.lodestar.trial.fact.Command;

/** Carries out what the command line asks of a log: done, or the command ends with the reason. */
public final class Sending {

  /**
   * @throws Failure with the first refusal
   */
  public static void send(CommandBus bus, Command command, CommandBus.Sender sender) {
    if (bus.send(command, sender, UUID.randomUUID().toString())
        instanceof CommandBus.Answer.Refused refused) {
      throw Failure.of(refused.refusals().getFirst());
    }
  }

  private Sending() {}
}
