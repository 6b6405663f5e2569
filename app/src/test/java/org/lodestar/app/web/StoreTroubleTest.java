package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when the log beneath the page fails. */
class StoreTroubleTest {
  @TempDir Path data;

  @Test
  void aDecisionThatCannotBeWrittenSaysSoInTheReadersLanguage() throws IOException {
    try (Site site = new Site(data)) {
      String address = "/participants/S-001/eligibility";
      Map<String, String> fields = Map.of("command", "enrol-again");
      site.closeLog();

      HttpResponse<String> chinese =
          site.post(
              address, Map.of("language", "zh", "role", "investigator"), fields, "same-origin");
      HttpResponse<String> english =
          site.post(
              address, Map.of("language", "en", "role", "investigator"), fields, "same-origin");

      assertThat(chinese.statusCode()).isEqualTo(503);
      assertThat(chinese.body()).contains("日志已关闭；请重新打开。");
      assertThat(english.body()).contains("The log is closed; open it again.");
    }
  }
}
