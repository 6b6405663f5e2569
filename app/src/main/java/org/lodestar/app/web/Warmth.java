package org.lodestar.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;

/**
 * Looks at the pages once before a reader does, in the background: whoever comes first finds what
 * is derived and compiled already. Nothing depends on it; when it is interrupted or a page fails,
 * the reader's own look does the work and shows the trouble.
 */
final class Warmth implements Runnable {
  private static final List<String> PAGES =
      List.of(
          "/worklist",
          "/overview",
          "/participants",
          "/efficacy",
          "/why/landmark",
          "/safety",
          "/deviations");
  private static final List<String> SLOW_PAGES = List.of("/protocol", "/audit");
  private static final int COURSES = 2;

  private final Workplace workplace;
  private final String address;
  private final List<String> pages;
  private final List<String> slowPages;
  private final HttpClient client = HttpClient.newHttpClient();

  private Warmth(Workplace workplace, int port, List<String> pages, List<String> slowPages) {
    this.workplace = workplace;
    this.address = "http://127.0.0.1:" + port;
    this.pages = pages;
    this.slowPages = slowPages;
  }

  /** For the pages of a log. */
  static Warmth ofLog(Workplace workplace, int port) {
    return new Warmth(workplace, port, PAGES, SLOW_PAGES);
  }

  /** For a folder that is looked at for itself. */
  static Warmth ofFolder(Workplace workplace, int port) {
    return new Warmth(workplace, port, List.of(RadiotherapyController.FOLDER), List.of());
  }

  @Override
  public void run() {
    try {
      for (Workplace.Moment moment : workplace.moments()) {
        look(moment);
      }
    } catch (IOException e) {
      // The server was closed, or a connection failed: readers find cold pages, nothing else.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Workplace.Moment moment) throws IOException, InterruptedException {
    for (Language language : Language.values()) {
      for (String page : pages) {
        get(page, moment, language);
      }
      for (String participant : participants(moment)) {
        get(participant, moment, language);
      }
      if (moment.isHead()) {
        for (String page : slowPages) {
          get(page, moment, language);
        }
      }
    }
  }

  private List<String> participants(Workplace.Moment moment) {
    return workplace.ask(
        moment,
        state ->
            state.index().enrolment().enrolled().reversed().stream()
                .limit(COURSES)
                .map(code -> "/participants/" + code)
                .toList());
  }

  private void get(String page, Workplace.Moment moment, Language language)
      throws IOException, InterruptedException {
    String cookies =
        String.join(
            "; ",
            Preferences.MOMENT + "=" + URLEncoder.encode(moment.name(), StandardCharsets.UTF_8),
            Preferences.LANGUAGE + "=" + (language == Language.ZH ? "zh" : "en"),
            Preferences.ROLE + "=" + Role.STATISTICIAN.key());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + page)).header("Cookie", cookies).GET().build();
    client.send(request, HttpResponse.BodyHandlers.discarding());
  }
}
