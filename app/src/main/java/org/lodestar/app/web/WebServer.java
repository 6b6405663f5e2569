package org.lodestar.app.web;

import java.util.Map;
import org.lodestar.app.dictionary.DictionaryShelf;
import org.lodestar.app.imaging.CaseShelf;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.ShownFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The pages of one workplace, served on the loopback interface alone. */
public final class WebServer implements AutoCloseable {
  /** The address of the page of a folder that is looked at for itself. */
  public static final String FOLDER = RadiotherapyController.FOLDER;

  private final ConfigurableApplicationContext context;

  private WebServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts serving; returns when the first page can be asked for.
   *
   * @param port 0 for any free port
   */
  public static WebServer start(Workplace workplace, int port) {
    return start(workplace, CaseShelf.EMPTY, port);
  }

  /**
   * Starts serving pages that can show images.
   *
   * @param images where the images of participants are found
   */
  public static WebServer start(Workplace workplace, CaseShelf images, int port) {
    return start(workplace, images, DictionaryShelf.empty(), port);
  }

  /**
   * Starts serving pages that can show images and the sentences of an imported dictionary.
   *
   * @param dictionary where the words of grades are found
   */
  public static WebServer start(
      Workplace workplace, CaseShelf images, DictionaryShelf dictionary, int port) {
    return start(workplace, images, dictionary, ImportDesk.closed(), port);
  }

  /**
   * Starts serving pages on which folders can be imported, too.
   *
   * @param desk where folders wait
   */
  public static WebServer start(
      Workplace workplace,
      CaseShelf images,
      DictionaryShelf dictionary,
      ImportDesk desk,
      int port) {
    return start(
        beans -> {
          beans.registerBean(Workplace.class, () -> workplace);
          beans.registerBean(CaseShelf.class, () -> images);
          beans.registerBean(DictionaryShelf.class, () -> dictionary);
          beans.registerBean(ImportDesk.class, () -> desk);
        },
        port);
  }

  /**
   * Starts serving one folder that is looked at for itself, by the rules of a workplace's trial.
   *
   * @return the server; the folder's page is {@link #FOLDER}
   */
  public static WebServer start(Workplace workplace, ShownFolder folder, int port) {
    return start(
        beans -> {
          beans.registerBean(Workplace.class, () -> workplace);
          beans.registerBean(CaseShelf.class, () -> CaseShelf.EMPTY);
          beans.registerBean(DictionaryShelf.class, DictionaryShelf::empty);
          beans.registerBean(ImportDesk.class, ImportDesk::closed);
          beans.registerBean(ShownFolder.class, () -> folder);
        },
        port);
  }

  private static WebServer start(
      ApplicationContextInitializer<GenericApplicationContext> give, int port) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WebConfiguration.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .initializers(give)
            .properties(properties(port))
            .run();
    return new WebServer(context);
  }

  private static Map<String, Object> properties(int port) {
    return Map.ofEntries(
        Map.entry("server.port", Integer.toString(port)),
        Map.entry("server.address", "127.0.0.1"),
        Map.entry("server.shutdown", "immediate"),
        Map.entry("server.compression.enabled", "true"),
        Map.entry("spring.threads.virtual.enabled", "true"),
        Map.entry("spring.thymeleaf.prefix", "classpath:/web/templates/"),
        Map.entry("spring.thymeleaf.cache", "true"),
        Map.entry("spring.thymeleaf.servlet.produce-partial-output-while-processing", "false"),
        Map.entry("spring.web.resources.add-mappings", "false"),
        Map.entry("spring.main.lazy-initialization", "false"),
        Map.entry("logging.level.root", "warn"));
  }

  /** Looks at the pages once in the background, so that the first reader finds them ready. */
  public void warm() {
    Thread.ofVirtual().name("warmth").start(warmth());
  }

  /** Looks at the pages once; returns when all were seen. */
  public void rehearse() {
    warmth().run();
  }

  private Warmth warmth() {
    Workplace workplace = context.getBean(Workplace.class);
    return context.getBeanNamesForType(ShownFolder.class).length > 0
        ? Warmth.ofFolder(workplace, port())
        : Warmth.ofLog(workplace, port());
  }

  /** The port that is served. */
  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }
}
