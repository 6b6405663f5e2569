package org.lodestar.app.dictionary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.safety.PublishedTerm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file in which an imported dictionary is kept. */
final class ImportedJson {
  private static final String FORMAT = "lodestar/ctcae/1";

  private ImportedJson() {}

  static byte[] write(Imported imported) {
    ObjectNode document = JsonMapper.shared().createObjectNode().put("format", FORMAT);
    document.put("version", imported.version()).put("importedOn", imported.on().toString());
    document.put("file", imported.file()).put("sha256", imported.sha256());
    ArrayNode terms = document.putArray("terms");
    for (PublishedTerm term : imported.terms()) {
      ObjectNode node = terms.addObject().put("term", term.name()).put("soc", term.soc());
      ObjectNode grades = node.putObject("grades");
      term.grades().forEach((grade, text) -> grades.put(grade.toString(), text));
      node.put("definition", term.definition());
    }
    return JsonMapper.shared().writeValueAsBytes(document);
  }

  /**
   * @throws IllegalArgumentException when the bytes are not such a file
   */
  static Imported read(byte[] bytes) {
    try {
      JsonNode document = JsonMapper.shared().readTree(bytes);
      if (!document.path("format").asString("").equals(FORMAT)) {
        throw new IllegalArgumentException("the format is not " + FORMAT);
      }
      List<PublishedTerm> terms = new ArrayList<>();
      document.required("terms").forEach(term -> terms.add(term(term)));
      return new Imported(
          document.required("version").asString(),
          LocalDate.parse(document.required("importedOn").asString()),
          document.required("file").asString(),
          document.required("sha256").asString(),
          terms);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("not an imported dictionary", e);
    }
  }

  private static PublishedTerm term(JsonNode node) {
    SortedMap<Integer, String> grades = new TreeMap<>();
    node.required("grades")
        .properties()
        .forEach(grade -> grades.put(Integer.valueOf(grade.getKey()), grade.getValue().asString()));
    return new PublishedTerm(
        node.required("term").asString(),
        node.required("soc").asString(),
        grades,
        node.required("definition").asString());
  }
}
