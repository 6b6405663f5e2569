package org.lodestar.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;

/** A real archive on this machine: what is put into Orthanc comes back by DICOMweb. */
class OrthancTest {
  private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
  private static final int ATTEMPTS = 100;

  @TempDir Path temp;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void aStudyPutIntoOrthancComesBackWhole() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM) && Files.exists(PLUGIN),
        "Orthanc with its DICOMweb plugin is not installed: no real archive is asked");
    int port = freePort();
    Path store = Files.createDirectories(temp.resolve("store"));
    Path configuration =
        Files.writeString(
            temp.resolve("orthanc.json"),
            """
            {"HttpPort": %d, "DicomServerEnabled": false, "RemoteAccessAllowed": false,
             "AuthenticationEnabled": false, "StorageDirectory": "%s", "IndexDirectory": "%s",
             "Plugins": ["%s"], "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
            """
                .formatted(port, store, store, PLUGIN));
    Process orthanc =
        new ProcessBuilder(PROGRAM.toString(), configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("orthanc.log").toFile())
            .start();
    try {
      String base = "http://127.0.0.1:" + port;
      awaitReady(base);
      Path sent = phantom();
      put(base, sent);

      Path out = temp.resolve("study");
      Run run =
          Run.lodestar(
              "rt",
              "fetch",
              base + "/dicom-web",
              "--patient",
              "PHANTOM-2",
              "--out",
              out.toString());

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(count(out)).isEqualTo(count(sent));
      assertThat(Run.lodestar("rt", "dvh", out.toString(), "--plain").out())
          .isEqualTo(Run.lodestar("rt", "dvh", sent.toString(), "--plain").out());
    } finally {
      orthanc.destroy();
      orthanc.waitFor();
    }
  }

  private Path phantom() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("sent"));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            2, "PHANTOM-2", 64, 40, LocalDate.of(2026, 3, 2), Set.<PhantomCase.Variant>of());
    for (PhantomCase.NamedObject item : PhantomCase.of(settings).objects()) {
      DicomWriter.write(item.object(), folder.resolve(item.fileName()));
    }
    return folder;
  }

  private void put(String base, Path folder) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(base + "/instances"))
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(file + " " + answer.body()).isEqualTo(200);
      }
    }
  }

  private void awaitReady(String base) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/system")).build();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (ConnectException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError(Files.readString(temp.resolve("orthanc.log")));
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
