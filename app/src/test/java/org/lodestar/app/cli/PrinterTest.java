package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;

class PrinterTest {
  private static final List<Block> TABLE =
      List.of(
          new Block.Table(List.of("项目", "n"), List.of(List.of("a", "1"), List.of("入组\n人数", "41"))));

  private static String printed(java.util.function.Consumer<Printer> print) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    print.accept(new Printer(new PrintStream(out, true, StandardCharsets.UTF_8)));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aChineseCharacterIsTwoColumnsWide() {
    assertThat(Printer.width("入组 41")).isEqualTo(7);
    List<Block> table = List.of(new Block.Table(List.of("项目", "n"), List.of(List.of("ab", "1"))));

    assertThat(printed(p -> p.text(table))).isEqualToNormalizingNewlines("项目  n\nab    1\n");
  }

  @Test
  void plainRowsAreOneLineEachWithTabs() {
    assertThat(printed(p -> p.plain(TABLE))).isEqualToNormalizingNewlines("a\t1\n入组 人数\t41\n");
  }

  @Test
  void progressSaysRateAndTimeLeft() {
    Progress progress = new Progress(null, Language.EN, "facts", 30_000, System::nanoTime);

    assertThat(progress.line(10_000, 2.0))
        .isEqualTo("facts 10,000 of 30,000, 5,000 a second, 4 s left");
  }
}
