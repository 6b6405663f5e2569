package org.lodestar.app.cli.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.Answer;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.JsonFile;
import org.lodestar.app.cli.Session;
import org.lodestar.app.cli.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Recomputes reference results and says entry by entry whether they agree. */
@Command(name = "validate")
public final class Validate implements Verb {
  private static final int SHOWN_CHARACTERS = 36;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
  List<Path> files;

  @Option(names = "--dicom", paramLabel = "DIR")
  @Nullable Path dicom;

  @Override
  public Answer run(Session session) throws IOException {
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("files");
    Answer.Builder answer = Answer.with(document);
    Map<OracleResult.Verdict, Integer> totals = new EnumMap<>(OracleResult.Verdict.class);
    for (Path path : files) {
      OracleFile file =
          OracleFile.of(
              path.getFileName().toString(),
              read(session, path),
              other -> readBeside(session, path, other));
      List<OracleResult> results = OracleMethods.recompute(file, dicom);
      results.forEach(result -> totals.merge(result.verdict(), 1, Integer::sum));
      describe(file, results, list.addObject());
      show(session, file, results, answer);
    }
    putTotals(document.putObject("totals"), totals);
    boolean sound = totals.keySet().stream().allMatch(Validate::isSound);
    return answer.line(summary(session, totals)).exit(sound ? Exit.OK : Exit.INVALID).done();
  }

  private static boolean isSound(OracleResult.Verdict verdict) {
    return verdict == OracleResult.Verdict.PASSED || verdict == OracleResult.Verdict.DECLARED;
  }

  private static Map<String, Object> read(Session session, Path path) throws IOException {
    return JsonFile.object(path, session.read(path));
  }

  /** Empty when there is no readable file of that name in the folder. */
  private static Optional<Map<String, Object>> readBeside(
      Session session, Path path, String other) {
    Path file = path.resolveSibling(other);
    if (!Path.of(other).getFileName().toString().equals(other) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(session, file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void describe(OracleFile file, List<OracleResult> results, ObjectNode node) {
    node.put("file", file.name()).put("format", file.format());
    ArrayNode entries = node.putArray("entries");
    for (OracleResult result : results) {
      ObjectNode entry = entries.addObject();
      entry.put("id", result.id()).put("verdict", key(result.verdict()));
      entry.put("pass", result.verdict() == OracleResult.Verdict.PASSED);
      entry.set("expected", JsonMapper.shared().valueToTree(result.expected()));
      entry.set("computed", JsonMapper.shared().valueToTree(result.computed()));
      entry.put("error", result.error());
      ArrayNode differences = entry.putArray("differences");
      result.differences().forEach(differences::add);
    }
  }

  private static void show(
      Session session, OracleFile file, List<OracleResult> results, Answer.Builder answer) {
    answer.line(file.name() + "  (" + file.format() + ")");
    List<List<String>> rows = new ArrayList<>();
    for (OracleResult result : results) {
      rows.add(
          List.of(
              result.id(),
              brief(result.expected()),
              brief(result.computed()),
              result.computed() == null ? "" : String.format(Locale.ROOT, "%.1e", result.error()),
              word(session, result.verdict())));
    }
    answer.table(
        List.of(
            session.say("entry", "条目"),
            session.say("expected", "期望值"),
            session.say("computed", "计算值"),
            session.say("error", "相对误差"),
            session.say("result", "结果")),
        rows);
    results.stream()
        .filter(result -> !result.differences().isEmpty())
        .forEach(
            result -> answer.line("  " + result.id() + "  " + result.differences().getFirst()));
    answer.line("");
  }

  private static String brief(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = JsonMapper.shared().valueToTree(value).toString();
    return text.length() <= SHOWN_CHARACTERS
        ? text
        : text.substring(0, SHOWN_CHARACTERS - 3) + "...";
  }

  private static String word(Session session, OracleResult.Verdict verdict) {
    return switch (verdict) {
      case PASSED -> session.say("passed", "通过");
      case FAILED -> session.say("FAILED", "不符");
      case DECLARED -> session.say("declared", "已声明差异");
      case NOT_COVERED -> session.say("not covered", "未覆盖");
    };
  }

  private static String key(OracleResult.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void putTotals(ObjectNode node, Map<OracleResult.Verdict, Integer> totals) {
    for (OracleResult.Verdict verdict : OracleResult.Verdict.values()) {
      node.put(key(verdict), totals.getOrDefault(verdict, 0));
    }
  }

  private static String summary(Session session, Map<OracleResult.Verdict, Integer> totals) {
    int passed = totals.getOrDefault(OracleResult.Verdict.PASSED, 0);
    int failed = totals.getOrDefault(OracleResult.Verdict.FAILED, 0);
    int declared = totals.getOrDefault(OracleResult.Verdict.DECLARED, 0);
    int uncovered = totals.getOrDefault(OracleResult.Verdict.NOT_COVERED, 0);
    return session.say(
        passed
            + " passed, "
            + failed
            + " failed, "
            + uncovered
            + " not covered"
            + (declared == 0 ? "" : ", " + declared + " declared differences"),
        "通过 "
            + passed
            + "，不符 "
            + failed
            + "，未覆盖 "
            + uncovered
            + (declared == 0 ? "" : "，已声明差异 " + declared));
  }
}
