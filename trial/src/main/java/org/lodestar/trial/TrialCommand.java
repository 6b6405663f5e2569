package org.lodestar.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Role;

/** Commands about the trial as a whole. */
public sealed interface TrialCommand extends Command {

  /** The first command of a log. */
  record OpenLog(String trial, boolean simulated) implements TrialCommand {}

  /** Runs the trial by this bundle from now on; its bytes are in the store already. */
  record ActivateProtocol(Digest bundle, String version) implements TrialCommand {}

  /** Gives an account its roles, or other roles than before. */
  record OpenAccount(String account, Set<Role> roles) implements TrialCommand {
    public OpenAccount {
      roles = Set.copyOf(roles);
    }
  }

  /** Names the present state, with the clinical date after which events do not count. */
  record NameCut(String name, LocalDate clinicalCutoff) implements TrialCommand {}

  /** Records a file that the store keeps. */
  record ImportArtefact(String name, String mediaType, long bytes, Digest digest, List<String> uids)
      implements TrialCommand {
    public ImportArtefact {
      uids = List.copyOf(uids);
    }
  }
}
