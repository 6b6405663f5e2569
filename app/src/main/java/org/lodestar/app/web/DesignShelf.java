package org.lodestar.app.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestar.trial.protocol.Protocol;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the figures of each design that was asked for. They are simulated once, on a thread of
 * their own, and begin when the pages do, so that the first reader need not wait.
 */
@Component
class DesignShelf {
  private final Workplace workplace;
  private final Map<DesignFigures.Question, Asked> asked = new ConcurrentHashMap<>();

  /** A question whose figures are being simulated, or are there. */
  private record Asked(CompletableFuture<DesignFigures> answer) {}

  DesignShelf(Workplace workplace) {
    this.workplace = workplace;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    workplace
        .<Optional<DesignFigures.Question>>ask(
            workplace.moments().getFirst(),
            state ->
                state.index().bundle() == null
                    ? Optional.empty()
                    : DesignFigures.Question.of(Protocols.inForce(state)))
        .ifPresent(this::ask);
  }

  /** The figures of a protocol's design; empty while the protocol leaves part of it open. */
  Optional<DesignFigures> of(Protocol protocol) {
    return DesignFigures.Question.of(protocol).map(question -> ask(question).answer().join());
  }

  private Asked ask(DesignFigures.Question question) {
    return asked.computeIfAbsent(
        question,
        any -> {
          CompletableFuture<DesignFigures> answer = new CompletableFuture<>();
          Thread work = new Thread(() -> simulate(question, answer), "design");
          work.setDaemon(true);
          work.start();
          return new Asked(answer);
        });
  }

  private static void simulate(
      DesignFigures.Question question, CompletableFuture<DesignFigures> answer) {
    try {
      answer.complete(DesignFigures.of(question));
    } catch (IllegalArgumentException e) {
      answer.completeExceptionally(e);
    }
  }
}
