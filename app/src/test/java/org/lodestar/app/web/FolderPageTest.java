package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.imaging.ShownFolder;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** A physicist's own folder in the browser, by the rules of a trial and without its log. */
class FolderPageTest {
  @TempDir static Path temp;
  private static RulesWorkplace rules;

  @BeforeAll
  static void read() throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(folder);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    rules = RulesWorkplace.of(bundle, protocol, "Lodestar test");
  }

  private static ShownFolder folder(String name, PhantomCase.Variant... wrong) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(7, "HOSPITAL-7", 64, 60, LocalDate.of(2026, 3, 2), Set.of(wrong));
    for (PhantomCase.NamedObject each : PhantomCase.of(settings).objects()) {
      DicomWriter.write(each.object(), folder.resolve(each.fileName()));
    }
    return new ShownFolder(folder, RtCaseReader.read(folder));
  }

  private static HttpResponse<String> get(WebServer server, String path, String language) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Cookie", "lodestar-language=" + language)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFolderShowsPlanesMarginDoseAndDeliveryAndBelongsToNoRecord() throws IOException {
    try (WebServer server =
        WebServer.start(rules, folder("short", PhantomCase.Variant.CTV_SHORT_SUPERIORLY), 0)) {
      HttpResponse<String> page = get(server, WebServer.FOLDER, "en");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains(
              "nothing is kept", "12 mm short on the superior side", "data-viewer=\"/folder\"")
          .contains("25 of 25 fractions", "class=\"i95\"", "/folder/plane/axial/")
          .doesNotContain("SYNTHETIC", "rt-review");
      assertThat(get(server, WebServer.FOLDER, "zh").body()).contains("不保存任何内容", "不足");
      assertThat(get(server, "/folder/case", "en").body()).contains("\"size\":[64,64,60]");
      assertThat(get(server, "/folder/image/0", "en").statusCode()).isEqualTo(200);
      assertThat(get(server, "/participants/S-001/radiotherapy", "en").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void objectsOfTwoPatientsAreNotDrawnOverEachOther() throws IOException {
    try (WebServer server =
        WebServer.start(rules, folder("swapped", PhantomCase.Variant.SWAPPED_PATIENT), 0)) {
      assertThat(get(server, WebServer.FOLDER, "en").body())
          .contains("no image with structures of one patient")
          .doesNotContain("data-viewer");
      assertThat(get(server, "/folder/case", "en").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aServerWithoutAFolderHasNoSuchPage() {
    try (WebServer server = WebServer.start(rules, 0)) {
      assertThat(get(server, WebServer.FOLDER, "en").statusCode()).isEqualTo(404);
    }
  }
}
