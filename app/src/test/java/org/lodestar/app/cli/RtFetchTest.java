package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;

/** Against an archive of a few lines; {@link OrthancTest} asks a real one. */
class RtFetchTest {
  private static final String STUDY = "1.2.3";

  @TempDir Path temp;
  private final Map<String, Reply> replies = new TreeMap<>();
  private HttpServer server;

  private record Reply(int status, String type, byte[] body) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Reply none = new Reply(404, "text/plain", new byte[0]);
          Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), none);
          exchange.getResponseHeaders().add("Content-Type", reply.type());
          exchange.sendResponseHeaders(
              reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
          exchange.getResponseBody().write(reply.body());
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aStudyArrivesWholeAndIsReadAsAFolder() throws IOException {
    give("/studies", list(tag("0020000D", STUDY)));
    give("/studies/1.2.3/series", series("1.2.3.1", "CT") + "," + series("1.2.3.2", "SR"));
    int number = 0;
    StringBuilder instances = new StringBuilder();
    for (PhantomCase.NamedObject item : PhantomCase.of(settings()).objects()) {
      String uid = "1.2.3.1." + ++number;
      instances.append(number == 1 ? "" : ",").append("{").append(tag("00080018", uid)).append("}");
      Path file = temp.resolve(item.fileName());
      DicomWriter.write(item.object(), file);
      object("/studies/1.2.3/series/1.2.3.1/instances/" + uid, Files.readAllBytes(file));
    }
    give("/studies/1.2.3/series/1.2.3.1/instances", instances.toString());

    Path out = temp.resolve("study");
    Run run = fetch("--patient", "P-1", "--out", out.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.toFile().list()).hasSize(number);
    assertThat(Run.lodestar("rt", "read", out.toString()).out()).contains("Lung_L");
    assertThat(fetch("--patient", "P-1", "--out", out.toString()).code())
        .isEqualTo(Exit.CONFLICT.code());
  }

  @Test
  void anObjectThatDoesNotComeLeavesNothingBehind() throws IOException {
    give("/studies/1.2.3/series", series("1.2.3.1", "CT"));
    give("/studies/1.2.3/series/1.2.3.1/instances", list(tag("00080018", "1.2.3.1.1")));

    Run run = fetch("--study", STUDY, "--out", temp.resolve("study").toString());

    assertThat(run.code()).isEqualTo(Exit.NOT_PERMITTED.code());
    assertThat(run.err()).contains("status 404").hasLineCount(1);
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void ofSeveralStudiesOneMustBeNamed() {
    give("/studies", list(tag("0020000D", "1.2")) + "," + list(tag("0020000D", "1.3")));

    Run run = fetch("--patient", "P-1", "--out", temp.resolve("study").toString());

    assertThat(run.code()).isEqualTo(Exit.CONFLICT.code());
    assertThat(run.err()).contains("1.2, 1.3").contains("--study");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://127.0.0.1/x, 2, is not the address",
    "http://127.0.0.1:1/dicom-web, 3, does not answer",
    "not an address, 2, is not the address"
  })
  void aWrongAddressGetsOneLine(String address, int code, String says) {
    Run run =
        Run.lodestar(
            "rt", "fetch", address, "--study", STUDY, "--out", temp.resolve("s").toString());

    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).contains(says).hasLineCount(1);
  }

  @Test
  void anArchiveThatAnswersNonsenseIsNotBelieved() {
    replies.put("/studies/1.2.3/series", new Reply(200, "text/html", bytes("<html>")));
    Run run = fetch("--study", STUDY, "--out", temp.resolve("s").toString());
    assertThat(run.code()).isEqualTo(Exit.INVALID.code());

    give("/studies/1.2.3/series", series("../../etc", "CT"));
    Run path = fetch("--study", STUDY, "--out", temp.resolve("s").toString());
    assertThat(path.code()).isEqualTo(Exit.INVALID.code());
    assertThat(path.err()).contains("UID \"../../etc\"");
  }

  private Run fetch(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "rt";
    all[1] = "fetch";
    all[2] = "http://127.0.0.1:" + server.getAddress().getPort();
    System.arraycopy(options, 0, all, 3, options.length);
    return Run.lodestar(all);
  }

  private static PhantomCase.Settings settings() {
    return new PhantomCase.Settings(
        2, "PHANTOM-2", 64, 40, LocalDate.of(2026, 3, 2), Set.<PhantomCase.Variant>of());
  }

  private void give(String path, String items) {
    replies.put(path, new Reply(200, "application/dicom+json", bytes("[" + items + "]")));
  }

  private void object(String path, byte[] content) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(bytes("--part\r\nContent-Type: application/dicom\r\n\r\n"));
    body.write(content);
    body.write(bytes("\r\n--part--\r\n"));
    String type = "multipart/related; type=\"application/dicom\"; boundary=part";
    replies.put(path, new Reply(200, type, body.toByteArray()));
  }

  private static String series(String uid, String modality) {
    return "{" + tag("0020000E", uid) + "," + tag("00080060", modality) + "}";
  }

  private static String list(String tag) {
    return "{" + tag + "}";
  }

  private static String tag(String tag, String value) {
    return "\"%s\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}".formatted(tag, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
