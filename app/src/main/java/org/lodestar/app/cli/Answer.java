package org.lodestar.app.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a command found or did.
 *
 * @param document the whole of it as one JSON document, for {@code --json}
 * @param blocks the same for a person
 */
public record Answer(Exit exit, JsonNode document, List<Block> blocks) {
  public Answer {
    blocks = List.copyOf(blocks);
  }

  public static Builder with(JsonNode document) {
    return new Builder(document);
  }

  /** Collects the lines and tables of an answer. */
  public static final class Builder {
    private final JsonNode document;
    private final List<Block> blocks = new ArrayList<>();
    private Exit exit = Exit.OK;

    private Builder(JsonNode document) {
      this.document = document;
    }

    public Builder line(String text) {
      blocks.add(new Block.Line(text));
      return this;
    }

    public Builder table(List<String> headings, List<List<String>> rows) {
      blocks.add(new Block.Table(headings, rows));
      return this;
    }

    public Builder exit(Exit exit) {
      this.exit = exit;
      return this;
    }

    public Answer done() {
      return new Answer(exit, document, blocks);
    }
  }
}
