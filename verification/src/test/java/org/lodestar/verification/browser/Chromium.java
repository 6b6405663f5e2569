package org.lodestar.verification.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a headless Chromium, spoken to by the Chrome DevTools Protocol itself: no driver
 * program, and every request of the page can be seen.
 */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 30;

  private final Process process;
  private final Path profile;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
  private volatile int status;

  /** The program, when it is installed. */
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the program.
   *
   * @param more options of the program
   */
  Chromium(Path program, String... more) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("lodestar-browser");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
    command.addAll(List.of(more));
    command.add("about:blank");
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    URI browser = URI.create(address());
    JsonNode pages = JSON.readTree(get("http://127.0.0.1:" + browser.getPort() + "/json"));
    String page = "";
    for (JsonNode each : pages) {
      if (each.path("type").asString().equals("page")) {
        page = each.path("webSocketDebuggerUrl").asString();
      }
    }
    socket = client.newWebSocketBuilder().buildAsync(URI.create(page), new Ear()).join();
    send("Page.enable", Map.of());
    send("Network.enable", Map.of());
    send("Runtime.enable", Map.of());
    send("Log.enable", Map.of());
  }

  /** The browser says on its error stream where it listens. */
  private String address() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf("ws://");
      if (at >= 0) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(any -> {}));
        return line.substring(at).strip();
      }
    }
    throw new IllegalStateException("the browser ended before it listened");
  }

  private String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Puts the pieces of messages together and hands each to whom it concerns. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        hear(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void hear(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt());
      if (answer != null) {
        answer.complete(message.has("error") ? message.path("error") : message.path("result"));
      }
      return;
    }
    JsonNode told = message.path("params");
    switch (message.path("method").asString()) {
      case "Page.loadEventFired" -> loaded.complete(told);
      case "Network.requestWillBeSent" -> requests.add(told.path("request").path("url").asString());
      case "Network.responseReceived" -> {
        if (told.path("type").asString().equals("Document")) {
          status = told.path("response").path("status").asInt();
        }
      }
      case "Runtime.exceptionThrown" -> complaints.add(told.toString());
      case "Log.entryAdded" -> {
        if (told.path("entry").path("level").asString().equals("error")) {
          complaints.add(told.path("entry").toString());
        }
      }
      default -> {}
    }
  }

  JsonNode send(String method, Map<String, Object> params) {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(params));
    socket.sendText(message.toString(), true).join();
    return await(answer, method);
  }

  private static JsonNode await(CompletableFuture<JsonNode> answer, String what) {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the browser did not answer " + what, e);
    }
  }

  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void scripts(boolean allowed) {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  void media(String kind) {
    send("Emulation.setEmulatedMedia", Map.of("media", kind));
  }

  void cookie(String base, String name, String value) {
    send("Network.setCookie", Map.of("name", name, "value", value, "url", base));
  }

  /** Opens a page and waits until it is whole; the status of its document. */
  int open(String address) {
    loaded = new CompletableFuture<>();
    send("Page.navigate", Map.of("url", address));
    await(loaded, address);
    return status;
  }

  /** Waits for the page that an act of the reader opens. */
  void expectLoad(Runnable act) {
    loaded = new CompletableFuture<>();
    act.run();
    await(loaded, "the next page");
  }

  /** What an expression gives, also a promise. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Everything that any page asked for so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Errors of scripts and refused loads since the last time somebody asked. */
  List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    complaints.clear();
    return all;
  }

  /** The processor time that all processes of the browser have taken so far. */
  Duration processorTime() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The page as a picture, from the top to at most this height. */
  byte[] picture(int width, int height) {
    JsonNode shot =
        send(
            "Page.captureScreenshot",
            Map.of(
                "format",
                "png",
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    return Base64.getDecoder().decode(shot.path("data").asString());
  }

  /** Types into the element that a selector finds first. */
  void type(String selector, String text) {
    JsonNode node = node(selector);
    send("DOM.focus", Map.of("nodeId", node.asInt()));
    evaluateSelectAll();
    send("Input.insertText", Map.of("text", text));
  }

  private void evaluateSelectAll() {
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "modifiers",
              2,
              "key",
              "a",
              "code",
              "KeyA",
              "commands",
              List.of("selectAll")));
    }
  }

  /** Clicks in the middle of the element that a selector finds first. */
  void click(String selector) {
    JsonNode node = node(selector);
    send("DOM.scrollIntoViewIfNeeded", Map.of("nodeId", node.asInt()));
    JsonNode quad =
        send("DOM.getBoxModel", Map.of("nodeId", node.asInt())).path("model").path("content");
    double x = (quad.get(0).asDouble() + quad.get(4).asDouble()) / 2;
    double y = (quad.get(1).asDouble() + quad.get(5).asDouble()) / 2;
    for (String type : List.of("mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }
  }

  /** Drags with the left button from one point of the window to another. */
  void drag(double fromX, double fromY, double toX, double toY) {
    mouse("mousePressed", fromX, fromY);
    mouse("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2);
    mouse("mouseMoved", toX, toY);
    mouse("mouseReleased", toX, toY);
  }

  private void mouse(String type, double x, double y) {
    send(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  private JsonNode node(String selector) {
    int root = send("DOM.getDocument", Map.of("depth", 0)).path("root").path("nodeId").asInt();
    JsonNode node =
        send("DOM.querySelector", Map.of("nodeId", root, "selector", selector)).path("nodeId");
    if (node.asInt() == 0) {
      throw new IllegalStateException("the page has no " + selector);
    }
    return node;
  }

  /** The page as the browser has it now. */
  String html() {
    int root = send("DOM.getDocument", Map.of("depth", 0)).path("root").path("nodeId").asInt();
    return send("DOM.getOuterHTML", Map.of("nodeId", root)).path("outerHTML").asString();
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException e) {
      profile.toFile().deleteOnExit();
    }
  }
}
