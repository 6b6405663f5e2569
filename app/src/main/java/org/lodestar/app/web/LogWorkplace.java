package org.lodestar.app.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.Head;
import org.lodestar.trial.TrialIndex;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.TrialSettings;

/**
 * A log as the pages work on it, without accounts: everybody acts in the role that she chose.
 *
 * @param site that is named in what is written
 * @param software shown at the foot of every page
 */
public record LogWorkplace(CommandBus bus, String site, String software) implements Workplace {

  @Override
  public List<Moment> moments() {
    return bus.ask(LogWorkplace::moments);
  }

  private static List<Moment> moments(TrialState state) {
    TrialIndex index = state.index();
    List<Moment> moments = new ArrayList<>();
    moments.add(
        new Moment("", index.seq(), index.head(), now(state).toLocalDate(), now(state), true));
    for (TrialIndex.Cut cut : index.cuts().values()) {
      LocalDateTime named = cut.at().atZone(zone(state)).toLocalDateTime();
      moments.add(
          new Moment(cut.name(), cut.seq(), cut.head(), cut.clinicalCutoff(), named, false));
    }
    return moments;
  }

  /** The newest fact: a simulated trial stands still between two facts. */
  private static LocalDateTime now(TrialState state) {
    Instant at = state.index().at();
    return (at == null ? Instant.EPOCH : at).atZone(zone(state)).toLocalDateTime();
  }

  static ZoneId zone(TrialState state) {
    Digest bundle = state.index().bundle();
    return bundle == null
        ? ZoneOffset.UTC
        : state
            .protocol(bundle)
            .get(TrialSettings.TIME_ZONE)
            .find()
            .map(ZoneId::of)
            .orElse(ZoneOffset.UTC);
  }

  @Override
  public <T> T ask(Moment moment, Function<TrialState, T> question) {
    return moment.isHead()
        ? bus.ask(question)
        : bus.askAt(new Head(moment.seq(), moment.head()), question);
  }

  @Override
  public List<Fact> facts(long fromSeq, long toSeq) {
    List<Fact> facts = new ArrayList<>();
    bus.log().read(fromSeq, toSeq, facts::add);
    return facts;
  }

  @Override
  public List<Fact> facts(ParticipantCode code, long toSeq) {
    return bus.log().participant(code, 1, toSeq);
  }

  @Override
  public CommandBus.Answer send(Command command, Role role, String commandId) {
    return bus.send(command, new CommandBus.Sender(role.key(), role, site), commandId);
  }

  @Override
  public Digest keep(byte[] attachment) {
    return bus.log().putAttachment(attachment);
  }

  @Override
  public boolean isSimulated() {
    return bus.ask(
        state -> {
          Body.LogOpened opened = state.index().opened();
          return opened != null && opened.simulated();
        });
  }
}
