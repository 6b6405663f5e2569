package org.lodestar.app.cli.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.CliRule;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.TrialBundle;
import org.lodestar.app.cli.Verb;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Finding;
import org.lodestar.trial.protocol.Findings;
import org.lodestar.trial.protocol.Forms;
import org.lodestar.trial.protocol.Lint;
import org.lodestar.trial.protocol.LintRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a trial's folder critically; errors exit 3, notes alone 0. */
@Command(name = "lint")
final class ProtocolLint implements Verb {
  @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "FOLDER")
  @Nullable Path folder;

  @Option(names = "--all")
  boolean all;

  @Override
  public Answer run(Session session) throws IOException {
    Bundle bundle = TrialBundle.bundle(folder == null ? session.trial() : folder);
    Findings findings = findings(bundle);
    ObjectNode document = session.document().put("bundle", bundle.digest().hex());
    document.put("errors", findings.errors().size());
    document.put("notes", findings.notes().size());
    Answer.Builder answer = Answer.with(document);
    describe(session, findings, document.putArray("findings"));
    shown(findings).forEach(finding -> answer.line(line(session, finding)));
    long examples = findings.all().stream().filter(ProtocolLint::isExample).count();
    if (!all && examples > 0) {
      answer.line(session.say(CliRule.EXAMPLE_VALUES, "count", examples));
    }
    return answer
        .line(summary(session, findings))
        .exit(findings.hasErrors() ? Exit.INVALID : Exit.OK)
        .done();
  }

  /** Errors first, then what contradicts itself, then what awaits somebody's confirmation. */
  private List<Finding> shown(Findings findings) {
    return findings.all().stream()
        .filter(finding -> all || !isExample(finding))
        .sorted(Comparator.comparing(Finding::severity).thenComparing(ProtocolLint::isExample))
        .toList();
  }

  private static boolean isExample(Finding finding) {
    return finding.rule() == LintRule.EXAMPLE_VALUE;
  }

  /** Everything to say about a folder: protocol, decisions and forms. */
  static Findings findings(Bundle bundle) {
    Findings all = Lint.check(bundle).and(Forms.read(bundle).findings());
    return new Findings(all.all().stream().distinct().toList());
  }

  static void describe(Session session, Findings findings, ArrayNode list) {
    for (Finding finding : findings.all()) {
      list.addObject()
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("rule", finding.rule().id())
          .put("file", finding.place().file())
          .put("line", finding.place().line())
          .put("path", finding.place().path())
          .put("message", finding.message().in(session.language()));
    }
  }

  static String line(Session session, Finding finding) {
    String severity =
        finding.isError() ? session.say("error ", "错误 ") : session.say("note  ", "提示 ");
    return severity + finding.line(session.language());
  }

  private static String summary(Session session, Findings findings) {
    List<Finding> errors = findings.errors();
    List<Finding> notes = findings.notes();
    return session.say(
        "errors: " + errors.size() + ", notes: " + notes.size(),
        "错误 " + errors.size() + " 项，提示 " + notes.size() + " 项");
  }
}
