package org.lodestar.app.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.report.SafetyReport;

/** A report as files: all of them or none. */
public record ReportFiles(Map<String, byte[]> files) {

  /**
   * Renders HTML and PDF in each language; nothing is written yet.
   *
   * @throws IOException when a font cannot be read
   */
  public static ReportFiles render(SafetyReport report, Stamp stamp, List<Language> languages)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Language language : languages) {
      String name = name(stamp, language);
      String html = ReportHtml.screen(report, stamp, language);
      files.put(name + ".html", html.getBytes(StandardCharsets.UTF_8));
      String paper = ReportHtml.paper(report, stamp, language);
      files.put(
          name + ".pdf",
          ReportPdf.render(paper, ReportHtml.title(stamp, language), stamp, language));
    }
    return new ReportFiles(files);
  }

  private static String name(Stamp stamp, Language language) {
    String cut = stamp.cut().replaceAll("[^\\p{L}\\p{N}-]", "-");
    return stamp.trialKey() + "-safety-" + cut + "-" + language.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes every file beside its place first and moves them in when all are whole.
   *
   * @return where they are, in the order in which they were rendered
   * @throws IOException when the folder cannot be written; then none of the files was touched
   */
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> moves = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path whole = folder.resolve("." + file.getKey() + ".part");
        moves.put(whole, folder.resolve(file.getKey()));
        Files.write(whole, file.getValue());
      }
      for (Map.Entry<Path, Path> move : moves.entrySet()) {
        Files.move(
            move.getKey(),
            move.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : moves.keySet()) {
        Files.deleteIfExists(part);
      }
    }
    return List.copyOf(moves.values());
  }
}
