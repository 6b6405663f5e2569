package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodestar.app.imaging.FaultWords;
import org.lodestar.radiotherapy.dicom.DeIdentifier;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.dicom.DicomReader;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes copies of a folder's objects that no longer say who they are about. */
@Command(name = "deidentify")
final class RtDeidentify implements Verb {
  private static final int SHORTEST_KEY = 16;
  private static final Words KEY_TOO_SHORT =
      new Words(
          "the key in {file} has {length} characters; at least {least} are needed",
          "{file} 中的密钥只有 {length} 个字符；至少需要 {least} 个");

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--code", paramLabel = "CODE", required = true)
  String code;

  @Option(names = "--key-file", paramLabel = "FILE", required = true)
  Path keyFile;

  @Option(names = "--remove-dates")
  boolean removeDates;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  Path out;

  @Override
  public Answer run(Session session) throws IOException {
    DeIdentifier.Settings settings =
        new DeIdentifier.Settings(key(session), code, !removeDates, RtDeidentify::name);
    Map<String, Integer> changes = new TreeMap<>();
    List<List<String>> refused = new ArrayList<>();
    int written = 0;
    for (Path file : files()) {
      try {
        DeIdentifier.Result result = DeIdentifier.apply(DicomReader.read(file).dataSet(), settings);
        Files.createDirectories(out);
        written++;
        DicomWriter.write(result.object(), out.resolve("%05d.dcm".formatted(written)));
        result
            .changes()
            .forEach(
                c -> changes.merge(c.attribute() + "\t" + c.action(), c.times(), Integer::sum));
      } catch (DicomException e) {
        refused.add(List.of(file.getFileName().toString(), FaultWords.say(e, session.language())));
      }
    }
    return answer(session, written, changes, refused);
  }

  private String key(Session session) throws IOException {
    String key = new String(session.read(keyFile), java.nio.charset.StandardCharsets.UTF_8).strip();
    if (key.length() < SHORTEST_KEY) {
      throw new Failure(
          Exit.INVALID,
          Message.of(
              KEY_TOO_SHORT,
              "file",
              keyFile.toString(),
              "length",
              Integer.toString(key.length()),
              "least",
              Integer.toString(SHORTEST_KEY)));
    }
    return key;
  }

  /** A name that the standard knows stays, as its standard form; any other may hold anything. */
  private static String name(String local) {
    return StructureNames.builtIn().match(local).map(StructureNames.Match::standard).orElse("");
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CliRule.FOLDER_NOT_FOUND.failure("file", folder.toString());
    }
    if (Files.exists(out)) {
      throw CliRule.FILE_EXISTS.failure("file", out.toString());
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Answer answer(
      Session session, int written, Map<String, Integer> changes, List<List<String>> refused) {
    ObjectNode document = session.document().put("written", written);
    ArrayNode list = document.putArray("changes");
    List<List<String>> rows = new ArrayList<>();
    changes.forEach(
        (key, times) -> {
          String[] part = key.split("\t", 2);
          list.addObject().put("attribute", part[0]).put("action", part[1]).put("times", times);
          rows.add(List.of(part[0], part[1], Integer.toString(times)));
        });
    ArrayNode unread = document.putArray("notRead");
    refused.forEach(r -> unread.addObject().put("file", r.get(0)).put("reason", r.get(1)));
    Answer.Builder answer = Answer.with(document);
    answer.table(
        List.of(
            session.say("attribute", "属性"),
            session.say("action", "处理"),
            session.say("times", "次数")),
        rows);
    if (!refused.isEmpty()) {
      answer.table(List.of(session.say("not read", "未读取"), session.say("reason", "原因")), refused);
    }
    answer.line(session.say(written + " objects written", "已写出 " + written + " 个对象"));
    return answer.exit(refused.isEmpty() ? Exit.OK : Exit.INVALID).done();
  }
}
