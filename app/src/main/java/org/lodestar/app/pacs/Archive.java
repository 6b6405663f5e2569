package org.lodestar.app.pacs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive of images that speaks DICOMweb: search by QIDO-RS, objects by WADO-RS (DICOM PS3.18,
 * sections 10.6 and 10.4). An answer is read up to a limit and never trusted: what is no UID is not
 * asked for, and a length is counted, not believed.
 */
public final class Archive implements AutoCloseable {
  /** The objects of one series. */
  public record Series(String study, String uid, String modality) {}

  /** One object. */
  public record Instance(Series series, String uid) {}

  private static final Pattern UID = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final int LONGEST_UID = 64;
  private static final int PAGE = 500;
  private static final int MAX_LISTED = 100_000;
  private static final int MAX_LIST_BYTES = 64 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STUDY = "0020000D";
  private static final String SERIES = "0020000E";
  private static final String OBJECT = "00080018";
  private static final String MODALITY = "00080060";

  private final String address;
  private final Optional<String> authorization;
  private final int maxObjectBytes;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private Archive(String address, Optional<String> authorization, int maxObjectBytes) {
    this.address = address;
    this.authorization = authorization;
    this.maxObjectBytes = maxObjectBytes;
  }

  /**
   * @param address where the DICOMweb service begins
   * @param user empty where the archive asks for none
   * @param maxObjectBytes the largest object that is taken
   * @throws PacsException when the address is none
   */
  public static Archive at(String address, String user, String password, int maxObjectBytes) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw PacsTrouble.WRONG_ADDRESS.because(e, "address", address);
    }
    boolean speaksHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!speaksHttp || uri.getHost() == null || uri.getQuery() != null) {
      throw PacsTrouble.WRONG_ADDRESS.exception("address", address);
    }
    Optional<String> authorization =
        user.isEmpty() ? Optional.empty() : Optional.of(basic(user, password));
    return new Archive(address.replaceAll("/+$", ""), authorization, maxObjectBytes);
  }

  private static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The studies of a patient, by the identifier that the archive knows. */
  public List<String> studies(String patientId) throws InterruptedException {
    String query = "PatientID=" + URLEncoder.encode(patientId, StandardCharsets.UTF_8);
    return list("/studies", query).stream().map(study -> uid(study, STUDY)).distinct().toList();
  }

  /** The series of a study. */
  public List<Series> series(String study) throws InterruptedException {
    return list("/studies/" + checked(study) + "/series", "").stream()
        .map(found -> new Series(study, uid(found, SERIES), text(found, MODALITY)))
        .toList();
  }

  /** The objects of a series. */
  public List<Instance> instances(Series series) throws InterruptedException {
    return list("/studies/" + series.study() + "/series/" + series.uid() + "/instances", "")
        .stream()
        .map(found -> new Instance(series, uid(found, OBJECT)))
        .toList();
  }

  /** The bytes of one object, as a Part 10 file in the archive's own transfer syntax. */
  public byte[] object(Instance instance) throws InterruptedException {
    String path =
        "/studies/%s/series/%s/instances/%s"
            .formatted(instance.series().study(), instance.series().uid(), instance.uid());
    String accept = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    Answer answer = get(path, accept, maxObjectBytes);
    return Multipart.only(answer.type, answer.body)
        .orElseThrow(
            () ->
                PacsTrouble.MALFORMED.exception(
                    "address", address + path, "detail", "multipart/related"));
  }

  /** A list page by page, since an archive may cut it where it likes. */
  private List<JsonNode> list(String path, String query) throws InterruptedException {
    Set<JsonNode> all = new LinkedHashSet<>();
    while (all.size() < MAX_LISTED) {
      String page = "limit=" + PAGE + "&offset=" + all.size();
      String asked = path + "?" + (query.isEmpty() ? page : query + "&" + page);
      List<JsonNode> found = page(asked, get(asked, "application/dicom+json", MAX_LIST_BYTES));
      boolean more = all.addAll(found);
      if (!more || found.size() < PAGE) {
        return List.copyOf(all);
      }
    }
    throw PacsTrouble.TOO_LARGE.exception("limit", MAX_LISTED);
  }

  private List<JsonNode> page(String path, Answer answer) {
    if (answer.body.length == 0) { // status 204: nothing matches
      return List.of();
    }
    try {
      JsonNode node = json.readTree(answer.body);
      if (!node.isArray()) {
        throw PacsTrouble.MALFORMED.exception("address", address + path, "detail", "JSON");
      }
      List<JsonNode> found = new ArrayList<>();
      node.forEach(found::add);
      return found;
    } catch (JacksonException e) {
      throw PacsTrouble.MALFORMED.because(e, "address", address + path, "detail", "JSON");
    }
  }

  private String uid(JsonNode found, String tag) {
    return checked(text(found, tag));
  }

  /** Only what is a UID becomes part of an address. */
  private String checked(String uid) {
    if (uid.length() > LONGEST_UID || !UID.matcher(uid).matches()) {
      throw PacsTrouble.MALFORMED.exception("address", address, "detail", "UID \"" + uid + "\"");
    }
    return uid;
  }

  private static String text(JsonNode found, String tag) {
    return found.path(tag).path("Value").path(0).asString("");
  }

  /** What the archive sent: the type that it gives it, and the bytes. */
  private static final class Answer {
    private final String type;
    private final byte[] body;

    Answer(String type, byte[] body) {
      this.type = type;
      this.body = body;
    }
  }

  private Answer get(String path, String accept, int limit) throws InterruptedException {
    URI uri = URI.create(address + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", accept).GET();
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() >= 300) {
          throw PacsTrouble.REFUSED.exception("address", uri, "status", response.statusCode());
        }
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
          throw PacsTrouble.TOO_LARGE.exception("limit", limit);
        }
        return new Answer(response.headers().firstValue("Content-Type").orElse(""), bytes);
      }
    } catch (IOException e) {
      throw PacsTrouble.UNREACHABLE.because(
          e, "address", uri, "detail", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
