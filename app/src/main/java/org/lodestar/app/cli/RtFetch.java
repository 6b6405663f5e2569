package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.pacs.Archive;
import org.lodestar.app.pacs.PacsException;
import org.lodestar.app.pacs.PacsTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Brings one study out of an archive into a new folder, whole or not at all. */
@Command(name = "fetch")
final class RtFetch implements Verb {
  private static final Set<String> WANTED =
      Set.of("CT", "RTSTRUCT", "RTPLAN", "RTDOSE", "RTRECORD");
  private static final int MAX_OBJECT_BYTES = 1 << 30;

  @Parameters(paramLabel = "ADDRESS", descriptionKey = "ADDRESS")
  String address;

  @Option(names = "--patient", paramLabel = "ID")
  @Nullable String patient;

  @Option(names = "--study", paramLabel = "UID")
  @Nullable String study;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  Path out;

  @Override
  public Answer run(Session session) throws IOException, InterruptedException {
    if (Files.exists(out)) {
      throw CliRule.FILE_EXISTS.failure("file", out.toString());
    }
    String user = session.variable("LODESTAR_PACS_USER");
    String password = session.variable("LODESTAR_PACS_PASSWORD");
    try (Archive archive = Archive.at(address, user, password, MAX_OBJECT_BYTES)) {
      return fetch(session, archive, chosen(archive));
    } catch (PacsException e) {
      throw new Failure(exit(e.trouble()), e.words(), e);
    }
  }

  private String chosen(Archive archive) throws InterruptedException {
    if (study != null) {
      return study;
    }
    if (patient == null) {
      throw CliRule.MISSING_ARGUMENT.failure(
          "command", "lodestar rt fetch", "name", "--patient | --study");
    }
    return onlyStudy(archive, patient);
  }

  private static String onlyStudy(Archive archive, String patient) throws InterruptedException {
    List<String> studies = archive.studies(patient);
    if (studies.isEmpty()) {
      throw PacsTrouble.NOTHING_FOUND.exception("what", patient);
    }
    if (studies.size() > 1) {
      throw PacsTrouble.SEVERAL_STUDIES.exception(
          "count", studies.size(), "uids", String.join(", ", studies));
    }
    return studies.getFirst();
  }

  private Answer fetch(Session session, Archive archive, String chosen)
      throws IOException, InterruptedException {
    List<Archive.Instance> instances = new ArrayList<>();
    for (Archive.Series series : archive.series(chosen)) {
      if (WANTED.contains(series.modality())) {
        instances.addAll(archive.instances(series));
      }
    }
    if (instances.isEmpty()) {
      throw PacsTrouble.NOTHING_FOUND.exception("what", chosen);
    }
    Path begun = Path.of(out + ".part");
    Files.createDirectories(begun);
    try {
      bring(session, archive, instances, begun);
      Files.move(begun, out, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      clear(begun);
    }
    return answer(session, chosen, instances);
  }

  private static void bring(
      Session session, Archive archive, List<Archive.Instance> instances, Path folder)
      throws IOException, InterruptedException {
    try (Progress progress = session.progress(session.say("objects", "对象"), instances.size())) {
      for (int i = 0; i < instances.size(); i++) {
        Archive.Instance instance = instances.get(i);
        String name = "%s-%05d.dcm".formatted(instance.series().modality(), i + 1);
        Files.write(folder.resolve(name), archive.object(instance));
        progress.at(i + 1);
      }
    }
  }

  /** Takes a folder that was not finished away. */
  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Answer answer(Session session, String chosen, List<Archive.Instance> instances) {
    Map<String, Integer> counts = new TreeMap<>();
    instances.forEach(instance -> counts.merge(instance.series().modality(), 1, Integer::sum));
    ObjectNode document = session.document().put("study", chosen).put("folder", out.toString());
    ObjectNode objects = document.putObject("objects");
    counts.forEach(objects::put);
    return Answer.with(document)
        .table(
            List.of(session.say("modality", "类型"), session.say("objects", "对象数")),
            counts.entrySet().stream()
                .map(each -> List.of(each.getKey(), Integer.toString(each.getValue())))
                .toList())
        .line(session.say("written to " + out, "已写入 " + out))
        .done();
  }

  private static Exit exit(PacsTrouble trouble) {
    return switch (trouble) {
      case WRONG_ADDRESS -> Exit.USAGE;
      case NOTHING_FOUND -> Exit.NOT_FOUND;
      case SEVERAL_STUDIES -> Exit.CONFLICT;
      case REFUSED -> Exit.NOT_PERMITTED;
      case UNREACHABLE, MALFORMED, TOO_LARGE -> Exit.INVALID;
    };
  }
}
