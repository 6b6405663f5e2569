package org.lodestar.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.imaging.FolderShelf;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.PhantomShelf;
import org.lodestar.app.simulate.Scenario;
import org.lodestar.app.simulate.ScenarioReader;
import org.lodestar.app.simulate.SimulatedClock;
import org.lodestar.app.simulate.Simulation;
import org.lodestar.app.store.CommandBus;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** A served site on the first weeks of the simulated trial, with one named cut. */
final class Site implements AutoCloseable {
  static final String CUT = "Recruiting";
  private static final LocalDate UNTIL = LocalDate.of(2024, 6, 10);

  private final CommandBus bus;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Site(Path data) throws IOException {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(folder);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    Path file = folder.resolve("scenarios/default.yaml");
    Scenario scenario =
        ((ScenarioReader.Reading.Read)
                ScenarioReader.read("default.yaml", Files.readAllBytes(file)))
            .scenario();
    SimulatedClock clock = Simulation.clock(protocol, scenario);
    Ports ports = new Ports(clock, Salts.seeded(scenario.seed()), "lodestar test");
    this.bus = new CommandBus(FactLogs.build(data, ports), clock);
    Simulation.run(bus, clock, bundle, protocol, scenario, scenario.seed(), UNTIL, done -> {});
    bus.send(
        new TrialCommand.NameCut(CUT, UNTIL),
        new CommandBus.Sender("data-manager", Role.DATA_MANAGER, "01"),
        "cut");
    this.server =
        WebServer.start(
            new LogWorkplace(bus, "01", "Lodestar test"),
            FolderShelf.in(data, new PhantomShelf(data.resolve("phantoms"))),
            DictionaryShelf.in(data),
            ImportDesk.in(data),
            0);
  }

  /** What the trial's state says. */
  <T> T ask(Function<TrialState, T> question) {
    return bus.ask(question);
  }

  /** As when the disk beneath a served site goes away. */
  void closeLog() {
    bus.close();
  }

  /** Sends a command of somebody, which must not be refused. */
  void send(Command command, Role role) {
    CommandBus.Answer answer =
        bus.send(
            command,
            new CommandBus.Sender(role.key(), role, "01"),
            java.util.UUID.randomUUID().toString());
    if (!(answer instanceof CommandBus.Answer.Done)) {
      throw new AssertionError(answer.toString());
    }
  }

  /** The answer to a reader with these preferences: language, role, moment. */
  HttpResponse<String> get(String path, Map<String, String> preferences) {
    return send(request(path, preferences).GET().build());
  }

  /** The answer as bytes, unpacked by nobody. */
  HttpResponse<byte[]> getBytes(String path) {
    try {
      return client.send(
          request(path, Map.of()).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(
      String path, Map<String, String> preferences, Map<String, String> fields, String from) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, preferences)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", from)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, Map<String, String> preferences) {
    String cookies =
        preferences.entrySet().stream()
            .map(preference -> "lodestar-" + preference.getKey() + "=" + preference.getValue())
            .collect(Collectors.joining("; "));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return cookies.isEmpty() ? request : request.header("Cookie", cookies);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    bus.close();
  }
}
