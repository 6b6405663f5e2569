package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.imaging.CaseStream;

class RadiotherapyPageTest {
  private static final String PAGE = "/participants/S-001/radiotherapy";
  private static final int SIDE = 192;
  private static final int SLICES = 100;

  @TempDir static Path data;
  private static Site site;

  @BeforeAll
  static void serve() throws IOException {
    site = new Site(data);
  }

  @AfterAll
  static void end() {
    site.close();
  }

  private static String page(String query, String language) {
    HttpResponse<String> answer = site.get(PAGE + query, Map.of("language", language));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void withoutAScriptThePageShowsThreePlanesMarginHistogramAndFractions() {
    String english = page("", "en");

    assertThat(
            Pattern.compile("/plane/(coronal|axial|sagittal)/\\d+\\.png")
                .matcher(english)
                .results())
        .hasSize(3);
    assertThat(english)
        .contains("class=\"out gtv\"", "class=\"out calc dash\"", "class=\"i95\"", "50 mm")
        .contains("Margin per side", "Superior", "PTV D95", "D98, Gy", "class=\"cal\"")
        .contains("example value", "acceptable");
    assertThat(page("", "zh")).contains("各方向外扩", "审核清单", "上").doesNotContain("Margin per");
  }

  @Test
  void theFormMovesThePlanesAndHidesWhatIsInTheWay() {
    String moved = page("?x=80&y=90&z=40&window=lung&hide=dose&hide=lines", "en");

    assertThat(moved).contains("/plane/axial/39.png?w=1500&amp;l=-600", "/plane/sagittal/79.png");
    assertThat(moved).doesNotContain("class=\"i95\"").doesNotContain("class=\"out gtv\"");
  }

  @Test
  void aPlaneIsAPictureOfItsSizeAndAnUnknownOneIsNotThere() {
    byte[] png = site.getBytes(PAGE + "/plane/coronal/96.png").body();

    assertThat(png).startsWith((byte) 0x89, 'P', 'N', 'G');
    assertThat(png[19] & 0xff).isEqualTo(SIDE);
    assertThat(png[23] & 0xff).isEqualTo(SLICES);
    assertThat(site.getBytes(PAGE + "/plane/oblique/1.png").statusCode()).isEqualTo(404);
    assertThat(site.getBytes(PAGE + "/image/99").statusCode()).isEqualTo(404);
    assertThat(site.getBytes("/participants/S-999/radiotherapy").statusCode()).isEqualTo(404);
  }

  @Test
  void thePackedPiecesHoldEverySliceOnce() throws IOException {
    long pixels = 0;
    for (int piece = 0; piece < (SLICES + CaseStream.PIECE - 1) / CaseStream.PIECE; piece++) {
      pixels += unpacked(PAGE + "/image/" + piece).length / 2;
    }
    assertThat(pixels).isEqualTo((long) SIDE * SIDE * SLICES);
  }

  @Test
  void whatTheViewerIsToldFitsWhatItIsSent() throws IOException {
    String about = site.get(PAGE + "/case", Map.of()).body();
    Matcher first =
        Pattern.compile("\"box\":\\[(\\d+),(\\d+),(\\d+),(\\d+),(\\d+),(\\d+)]").matcher(about);
    assertThat(first.find()).isTrue();
    int rowBytes = (size(first, 1) + 7) / 8;

    assertThat(unpacked(PAGE + "/mask/0")).hasSize(rowBytes * size(first, 3) * size(first, 5));
    assertThat(unpacked(PAGE + "/dose").length).isEqualTo(2 * 110 * 110 * 98);
  }

  private static int size(Matcher box, int group) {
    return Integer.parseInt(box.group(group + 1)) - Integer.parseInt(box.group(group)) + 1;
  }

  private static byte[] unpacked(String path) throws IOException {
    HttpResponse<byte[]> answer = site.getBytes(path);
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return in.readAllBytes();
    }
  }

  @Test
  void beforePlanningThereIsNoImageAndThePageSaysSo() {
    HttpResponse<String> later =
        site.get("/participants/S-002/radiotherapy", Map.of("language", "en"));

    assertThat(later.statusCode()).isEqualTo(200);
    if (!later.body().contains("data-viewer")) {
      assertThat(later.body()).contains("No planning image yet");
    }
  }
}
