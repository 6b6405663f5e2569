package org.lodestar.app.cli.ctcae;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.dictionary.Imported;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.safety.Ctcae;
import org.lodestar.trial.safety.PublishedDictionary;
import org.lodestar.trial.safety.PublishedTerm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes NCI's own sentences into the data folder, when they agree with the table of terms. */
@Command(name = "import")
final class CtcaeImport implements Verb {
  private static final int MAX_MB = 32;

  /** A file with fewer of the terms is another one; more than that, and each difference is told. */
  private static final long LEAST_PERCENT = 90;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  Path file;

  @Override
  public Answer run(Session session) throws IOException {
    Ctcae ctcae = Ctcae.of(Ctcae.V5).orElseThrow();
    byte[] bytes = session.read(file);
    if (bytes.length > MAX_MB << 20) {
      throw CtcaeRule.TOO_LARGE.failure("file", file, "limit", MAX_MB);
    }
    DictionaryFile read = DictionaryFile.read(file, bytes);
    requireVersion(ctcae, read);
    PublishedDictionary published = new PublishedDictionary(read.terms());
    List<Message> differences = published.differences(ctcae);
    if (!differences.isEmpty()) {
      return different(session, ctcae, differences);
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    String sha256 = Digest.of(bytes).hex();
    String name = String.valueOf(file.getFileName());
    Path target =
        DictionaryShelf.write(
            session.data(), new Imported(Ctcae.V5, today, name, sha256, published.terms()));
    return imported(session, published, target);
  }

  private void requireVersion(Ctcae ctcae, DictionaryFile read) {
    String version = ctcae.version();
    for (String named : read.named()) {
      if (!(named + ".0").startsWith(version)) {
        throw CtcaeRule.OTHER_VERSION.failure("file", file, "found", named, "version", version);
      }
    }
    long known = new PublishedDictionary(read.terms()).known(ctcae);
    int all = ctcae.terms().size();
    if (100 * known < LEAST_PERCENT * all) {
      throw CtcaeRule.UNLIKE.failure("file", file, "known", known, "all", all, "version", version);
    }
  }

  private Answer different(Session session, Ctcae ctcae, List<Message> differences) {
    ObjectNode document = session.document().put("version", ctcae.version());
    ArrayNode list = document.put("written", false).putArray("differences");
    Answer.Builder answer = Answer.with(document).exit(CtcaeRule.DIFFERENT.exit());
    for (Message difference : differences) {
      String line = difference.in(session.language());
      list.add(line);
      answer.line(line);
    }
    return answer
        .line(
            session.say(
                CtcaeRule.DIFFERENT,
                "file",
                file,
                "version",
                ctcae.version(),
                "count",
                differences.size()))
        .done();
  }

  private static Answer imported(Session session, PublishedDictionary published, Path target) {
    int texts = published.terms().stream().map(PublishedTerm::grades).mapToInt(g -> g.size()).sum();
    int terms = published.terms().size();
    ObjectNode document =
        session.document().put("version", Ctcae.V5).put("written", true).put("terms", terms);
    document.put("gradeTexts", texts).put("file", target.toString());
    return Answer.with(document)
        .line(
            session.say(
                CtcaeRule.IMPORTED,
                "version",
                Ctcae.V5,
                "terms",
                terms,
                "texts",
                texts,
                "target",
                target))
        .done();
  }
}
