package org.lodestar.verification.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.imaging.ShownFolder;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.app.web.RulesWorkplace;
import org.lodestar.app.web.WebServer;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;
import tools.jackson.databind.JsonNode;

/** What the viewer's script draws on the canvas, in a browser. */
class ViewerTest {
  /** Waits until every voxel is there and one frame more. */
  private static final String WHOLE =
      "new Promise(r => {const root = document.querySelector('[data-viewer]'); const look = () =>"
          + " root.dataset.openedMs ? setTimeout(() => r(true), 200) : setTimeout(look, 20);"
          + " look();})";

  /** A number for the colours of a plane's canvas; 0 when nothing is on it. */
  private static final String SUM =
      "const sum = (plane) => {const c = document.querySelector(`[data-plane=${plane}] canvas`);"
          + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let s = 0;"
          + " for (let i = 0; i < d.length; i += 4) s = (s * 31 + d[i] + 3 * d[i + 1] + 7 * d[i +"
          + " 2]) % 1000000007; return s;};";

  private static final String PRESS =
      "const press = (plane, key) => {document.querySelector(`[data-plane=${plane}]`)"
          + ".dispatchEvent(new KeyboardEvent('keydown', {key})); return new Promise(r =>"
          + " setTimeout(r, 150));};";

  @TempDir static Path folder;
  private static WebServer server;
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Chromium.program().isPresent(), "Chromium is not installed: the viewer is not tried");
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            7, "PHANTOM-7", 96, 60, LocalDate.of(2026, 3, 2), Set.of(Variant.CTV_SHORT_SUPERIORLY));
    for (PhantomCase.NamedObject each : PhantomCase.of(settings).objects()) {
      DicomWriter.write(each.object(), folder.resolve(each.fileName()));
    }
    Path trial = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Bundle bundle = TrialFolder.read(trial);
    Protocol protocol = ((Protocol.Reading.Read) Protocol.read(bundle)).protocol();
    server =
        WebServer.start(
            RulesWorkplace.of(bundle, protocol, "Lodestar"),
            new ShownFolder(folder, RtCaseReader.read(folder)),
            0);
    browser = new Chromium(Chromium.program().orElseThrow());
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @BeforeEach
  void open() {
    String base = "http://127.0.0.1:" + server.port();
    new Look("en", 1280, "light", false).put(browser, base, "physicist", "");
    assertThat(browser.open(base + WebServer.FOLDER)).isEqualTo(200);
    browser.evaluate(WHOLE);
  }

  private static JsonNode run(String script) {
    return browser.evaluate("(async () => {" + SUM + PRESS + script + "})()");
  }

  @Test
  void eachPlaneIsDrawnAndTheNextSliceIsAnotherPicture() {
    JsonNode sums =
        run(
            "const all = []; for (const p of ['axial', 'coronal', 'sagittal']) {all.push(sum(p));"
                + " await press(p, 'ArrowUp'); all.push(sum(p)); await press(p, 'ArrowDown');"
                + " all.push(sum(p));} return all;");

    for (int plane = 0; plane < 3; plane++) {
      assertThat(sums.get(3 * plane).asLong()).isNotZero();
      assertThat(sums.get(3 * plane + 1).asLong()).isNotEqualTo(sums.get(3 * plane).asLong());
      assertThat(sums.get(3 * plane + 2).asLong()).isEqualTo(sums.get(3 * plane).asLong());
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void doseContoursAndWindowChangeThePictureAndComeBack() {
    JsonNode sums =
        run(
            "const all = [sum('axial')]; for (const key of ['d', 'c', '2', '1', 'c', 'd']) {await"
                + " press('axial', key); all.push(sum('axial'));} return all;");

    assertThat(sums.valueStream().limit(4).map(JsonNode::asLong).distinct()).hasSize(4);
    assertThat(sums.get(6).asLong()).isEqualTo(sums.get(0).asLong());
  }

  @Test
  void aPictureOfAnotherWidthIsDrawnAnew() {
    browser.size(400, 900);
    JsonNode narrow =
        run("await new Promise(r => setTimeout(r, 400)); return [sum('axial'), sum('coronal')];");

    assertThat(narrow.get(0).asLong()).isNotZero();
    assertThat(narrow.get(1).asLong()).isNotZero();
  }

  @Test
  void aDistanceDraggedInThePlaneIsTheDistanceInThePatient() {
    run("await press('axial', 'm');");
    JsonNode box =
        browser.evaluate(
            "(() => {const r ="
                + " document.querySelector('[data-plane=axial]').getBoundingClientRect(); return"
                + " [r.left, r.top, r.width, r.height];})()");
    double y = box.get(1).asDouble() + 0.5 * box.get(3).asDouble();
    double from = box.get(0).asDouble() + 0.25 * box.get(2).asDouble();
    double to = box.get(0).asDouble() + 0.75 * box.get(2).asDouble();
    browser.drag(from, y, to, y);
    JsonNode told =
        browser.evaluate(
            "(async () => {await new Promise(r => setTimeout(r, 200)); const about = await (await"
                + " fetch('/folder/case')).json(); return [170 / about.planes.axial.scale,"
                + " document.querySelector('[data-plane=axial] svg').textContent];})()");

    Matcher mm = Pattern.compile("50 mm([0-9.]+) mm").matcher(told.get(1).asString());
    assertThat(mm.find()).as(told.get(1).asString()).isTrue();
    assertThat(Double.parseDouble(mm.group(1)))
        .as("the mouse moves in whole pixels of less than a millimetre")
        .isCloseTo(told.get(0).asDouble(), within(1.0));
  }

  @Test
  void aPointOnTheHistogramLightsItsVoxels() {
    JsonNode sums =
        run(
            "const before = sum('axial'), f = document.querySelector('[data-dvh] svg.wide'), r ="
                + " f.getBoundingClientRect(), wait = () => new Promise(r => setTimeout(r, 200));"
                + " f.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, clientX:"
                + " r.left + 0.4 * r.width, clientY: r.top + 0.06 * r.height})); await wait();"
                + " const lit = sum('axial'); document.querySelector('[data-dvh]').dispatchEvent("
                + "new PointerEvent('pointerleave')); await wait(); return [before, lit,"
                + " sum('axial')];");

    assertThat(sums.get(1).asLong()).isNotEqualTo(sums.get(0).asLong());
    assertThat(sums.get(2).asLong()).isEqualTo(sums.get(0).asLong());
  }
}
