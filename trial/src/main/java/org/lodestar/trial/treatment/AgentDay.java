package org.lodestar.trial.treatment;

import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.Action;

/**
 * One agent on one day: what is proposed, what a person decided, and the dose that goes with it.
 *
 * @param dose at the level that the proposal means; for radiotherapy there is none
 */
public record AgentDay(
    String agent, Proposal<Action> proposal, java.util.Optional<AgentDose> dose) {}
