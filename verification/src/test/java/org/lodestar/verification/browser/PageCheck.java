package org.lodestar.verification.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What must hold of every page in every look. */
final class PageCheck {
  private static final String AXE =
      resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
  private static final Set<String> ENGLISH = english();

  /** Runs axe and keeps what a reader with an aid would stumble over. */
  private static final String GRAVE =
      "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.filter(v => v.impact"
          + " === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.slice(0,"
          + " 3).map(n => n.html.slice(0, 160)).join(' | ')))";

  /** The pieces of text that a reader sees, with what stands for itself in every language out. */
  private static final String TEXTS =
      "(() => {const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
          + "const out = []; for (let n = w.nextNode(); n; n = w.nextNode()) {"
          + "const e = n.parentElement; if (e.closest('script,style,[lang=en],.mono')) continue;"
          + "const t = n.textContent.trim(); if (t) out.push(t);} return out;})()";

  private PageCheck() {}

  /** Opens a page as the browser is set up to look and says what is wrong with it. */
  static List<String> of(Chromium browser, String base, String path, Look look) {
    List<String> problems = new ArrayList<>();
    int status = browser.open(base + path);
    if (status != 200) {
      problems.add("status " + status);
    }
    browser.complaints().forEach(each -> problems.add("error " + each));
    if (look.aided()) {
      axe(browser).forEach(each -> problems.add("axe " + each));
    }
    if (isTooWide(browser, look.width())) {
      problems.add("scrolls sideways");
    }
    if (look.language().equals("zh")) {
      untranslated(browser).forEach(each -> problems.add("untranslated " + each));
    }
    return problems.stream().map(problem -> path + ": " + problem).toList();
  }

  /** Serious and critical findings of axe on the open page. */
  private static List<String> axe(Chromium browser) {
    browser.evaluate(AXE + "; undefined");
    return strings(browser.evaluate(GRAVE));
  }

  /** Whether the page itself scrolls sideways. */
  private static boolean isTooWide(Chromium browser, int width) {
    return browser.evaluate("document.scrollingElement.scrollWidth").asInt() > width;
  }

  /** Text of the Chinese page that is one of the English words of the pages. */
  private static List<String> untranslated(Chromium browser) {
    return strings(browser.evaluate(TEXTS)).stream().filter(ENGLISH::contains).toList();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asString()));
    return strings;
  }

  /** Whole English texts that have another form in Chinese. */
  private static Set<String> english() {
    Properties en = words("en");
    Properties zh = words("zh");
    Set<String> english = new TreeSet<>();
    for (String key : en.stringPropertyNames()) {
      String text = en.getProperty(key);
      if (text.matches(".*[A-Za-z]{3}.*")
          && !text.contains("{")
          && !text.equals(zh.getProperty(key))) {
        english.add(text);
      }
    }
    return english;
  }

  private static Properties words(String language) {
    Properties words = new Properties();
    try (InputStream in =
        PageCheck.class.getResourceAsStream("/web/words_" + language + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageCheck.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
