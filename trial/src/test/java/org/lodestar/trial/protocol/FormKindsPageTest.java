package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of form kinds says what the code knows; -Dapprove rewrites it. */
class FormKindsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("lodestar.root"), "docs", "form-kinds.md");

  @Test
  void thePageListsEveryKindAndItemAsTheCodeKnowsThem() throws IOException {
    String page = render();
    if (Boolean.getBoolean("approve")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().isEqualTo(page);
  }

  private static String render() {
    StringBuilder page =
        new StringBuilder(
            """
            # Form kinds
            The fixed list of what a form can be about, with the items that rules know. A trial's forms
            (`trials/*/forms/*.yaml`) choose labels, further items and further forms; an item marked
            *needed* must be in every form of its kind, the others must be as described when they are
            there. The unit is the one in which rules and expressions see the value. A star stands for
            each agent of the trial. `FormKind` is the source of this page.
            """);
    for (FormKind kind : FormKind.values()) {
      page.append("\n## ").append(kind.key()).append("\n").append(kind.words().en());
      page.append(" · ").append(kind.words().zh()).append(" · ").append(use(kind.use()));
      page.append("\n\n| item | type | unit | needed | codes | meaning | 含义 |\n");
      page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
      kind.items().forEach(item -> page.append(row(item)));
    }
    return page.toString();
  }

  private static String use(FormKind.Use use) {
    return switch (use) {
      case ONCE -> "one copy for a participant";
      case AT_VISIT -> "one copy at a visit";
      case PER_AGENT -> "at a visit, one copy for each agent";
      case PER_READER -> "at a visit, one copy for each lesion or reader";
      case RUNNING -> "one copy whenever it happens";
    };
  }

  private static String row(KindItem item) {
    return "| "
        + String.join(
            " | ",
            "`" + item.name() + "`",
            item.type().key(),
            item.dimension() == null ? "" : item.dimension().unit(),
            item.required() ? "needed" : "",
            String.join(", ", item.codes()),
            item.words().en(),
            item.words().zh())
        + " |\n";
  }
}
