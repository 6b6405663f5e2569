package org.lodestar.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Fact;

/** The answers that a writer had been given, held against the log that is found afterwards. */
final class Answers {
  private Answers() {}

  /** Every acknowledged batch is there whole, none is there in part, and the log is intact. */
  static void requireKept(Database database, java.nio.file.Path folder, List<String> lines) {
    Map<String, List<Fact>> found = batches(database, folder);
    Verification verification = new Verifier(database, folder).verify(List.of());
    assertThat(verification).isInstanceOf(Verification.Intact.class);
    for (String line : lines) {
      String[] answer = line.split(" ");
      if (answer.length < 4 || answer[3].length() < 64) {
        continue; // the last line, torn by the kill
      }
      List<Fact> facts = found.get(answer[0]);
      assertThat(facts).as(line).isNotNull().hasSize(Integer.parseInt(answer[1]));
      assertThat(facts.getFirst().seq()).as(line).isEqualTo(Long.parseLong(answer[2]));
      assertThat(facts.getLast().hash()).as(line).isEqualTo(new Digest(answer[3]));
    }
  }

  private static Map<String, List<Fact>> batches(Database database, java.nio.file.Path folder) {
    Map<String, List<Fact>> batches = new HashMap<>();
    try (FactLog log =
        SqlLog.open(database, folder, Samples.ports(), org.lodestar.trial.fact.Body::read)) {
      log.read(
          1,
          Long.MAX_VALUE,
          fact ->
              batches
                  .computeIfAbsent(fact.header().commandId(), id -> new java.util.ArrayList<>())
                  .add(fact));
    }
    return batches;
  }
}
