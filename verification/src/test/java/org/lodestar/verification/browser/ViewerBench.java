package org.lodestar.verification.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lodestar.app.imaging.FolderShelf;
import org.lodestar.app.imaging.ImageFolders;
import org.lodestar.app.imaging.PhantomShelf;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.trial.fact.ParticipantCode;
import tools.jackson.databind.JsonNode;

/**
 * How long the viewer takes at real size, in a headless Chromium that draws in software: the page
 * opened to the first picture with contours and dose, and the next slice.
 *
 * <p>Use: {@code ViewerBench FOLDER [SIZE SLICES]}; an empty folder, in which the log and two
 * phantoms of SIZE x SIZE x SLICES (512 x 512 x 150) are made, or one that holds them from an
 * earlier run.
 */
final class ViewerBench {
  private static final ParticipantCode OPENED = new ParticipantCode("S-001");
  private static final int STEPS = 40;

  /** The server's picture stands: every image of the planes is decoded. */
  private static final String DRAWN =
      "Promise.all([...document.querySelectorAll('.tile-box image')].map(each => {const i = new"
          + " Image(); i.src = each.href.baseVal; return i.decode();})).then(() => new"
          + " Promise(r => requestAnimationFrame(() => requestAnimationFrame(() =>"
          + " r(performance.now())))))";

  /** Everything is in the browser. */
  private static final String WHOLE =
      "new Promise(r => {const root = document.querySelector('[data-viewer]'); const look = () =>"
          + " root.dataset.openedMs ? r(performance.now()) : setTimeout(look, 20); look();})";

  /**
   * Thirty keys a second, each to a slice not seen before, then back over the same: how long the
   * script took, and how long from the key until the frame with the new slice was done.
   */
  private static final String STEP =
      "(async (plane, steps) => {const root = document.querySelector('[data-viewer]'), tile ="
          + " root.querySelector(`[data-plane=${plane}]`), frame = () => new"
          + " Promise(requestAnimationFrame), pause = (ms) => new Promise(r => setTimeout(r,"
          + " ms)), script = [], done = []; tile.scrollIntoView(); tile.focus(); await pause(400);"
          + "for (let i = 0; i < 2 * steps; i++) {const from = performance.now();"
          + "tile.dispatchEvent(new KeyboardEvent('keydown', {key: i < steps ? 'ArrowUp' :"
          + " 'ArrowDown'})); await frame(); await frame(); const now = performance.now();"
          + "script.push(+root.dataset.frameMs); done.push(now - from);"
          + "await pause(Math.max(0, 33 - (now - from)));}"
          + "return [script.slice(0, steps), done.slice(0, steps), script.slice(steps),"
          + " done.slice(steps)];})('PLANE', NUMBER)";

  /** A frame is drawn when it is asked for, not sixty times a second. */
  private static final String[] UNPACED = {"--disable-frame-rate-limit", "--disable-gpu-vsync"};

  private ViewerBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 512;
    int slices = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 150;
    Path images = folder.resolve("phantom-" + size + "-" + slices);
    make(images, size, slices, 1);
    Path other = folder.resolve("phantom-" + size + "-" + slices + "-other");
    make(other, size, slices, 2);
    Path data = Files.createTempDirectory(folder, "log");
    ImageFolders folders = ImageFolders.in(data);
    try (ServedDemo demo =
            ServedDemo.firstMonths(
                data,
                new FolderShelf(
                    folders, (who, stated) -> true, new PhantomShelf(data.resolve("phantoms"))));
        Chromium browser = new Chromium(Chromium.program().orElseThrow(), UNPACED)) {
      new Look("en", 1280, "light", false).put(browser, demo.base(), "physicist", "");
      String page = demo.base() + "/participants/" + OPENED + "/radiotherapy";
      browser.open(page);
      browser.evaluate(WHOLE);
      folders.remember(OPENED, images);
      open("first opened since the server started", browser, page);
      open("opened again", browser, page);
      folders.remember(OPENED, other);
      open("another case, the server warm", browser, page);
      for (String plane : List.of("axial", "coronal", "sagittal")) {
        step(browser, plane);
      }
    }
  }

  private static void make(Path images, int size, int slices, long seed) throws IOException {
    if (Files.isDirectory(images)) {
      return;
    }
    Path making = Files.createDirectories(images.resolveSibling("making"));
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            seed,
            "PHANTOM-" + seed,
            size,
            slices,
            LocalDate.of(2024, 3, 4),
            Set.of(PhantomCase.Variant.CTV_SHORT_SUPERIORLY));
    for (PhantomCase.NamedObject each : PhantomCase.of(settings).objects()) {
      DicomWriter.write(each.object(), making.resolve(each.fileName()));
    }
    Files.move(making, images);
  }

  private static void open(String when, Chromium browser, String page) {
    double server = processor();
    double client = browser.processorTime().toMillis();
    browser.open(page);
    double drawn = browser.evaluate(DRAWN).asDouble();
    double serverDrawn = processor() - server;
    double clientDrawn = browser.processorTime().toMillis() - client;
    double whole = browser.evaluate(WHOLE).asDouble();
    print(
        "%s: picture with contours and dose %.0f ms (processor: server %.0f, browser %.0f), every"
            + " voxel there %.0f ms (server %.0f, browser %.0f)",
        when,
        drawn,
        serverDrawn,
        clientDrawn,
        whole,
        processor() - server,
        browser.processorTime().toMillis() - client);
  }

  /** Processor time of this process, which is the server, ms. */
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static void step(Chromium browser, String plane) {
    double before = browser.processorTime().toMillis();
    JsonNode seen =
        browser.evaluate(STEP.replace("PLANE", plane).replace("NUMBER", Integer.toString(STEPS)));
    double each = (browser.processorTime().toMillis() - before) / (2 * STEPS);
    print("next %s slice: script %s; drawn %s", plane, spread(seen.get(0)), spread(seen.get(1)));
    print("  seen before: script %s; drawn %s", spread(seen.get(2)), spread(seen.get(3)));
    print("  processor time of all browser processes %.1f ms a slice", each);
  }

  private static String spread(JsonNode figures) {
    List<Double> sorted = new ArrayList<>();
    figures.forEach(each -> sorted.add(each.asDouble()));
    sorted.sort(null);
    return String.format(
        Locale.ROOT,
        "median %.1f, 95th %.1f, worst %.1f ms",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.getLast());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
