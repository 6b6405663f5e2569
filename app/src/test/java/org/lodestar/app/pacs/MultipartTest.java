package org.lodestar.app.pacs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  private static final String ONE =
      "--b\r\nContent-Type: application/dicom\r\n\r\nDICM\r\n--b--\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; boundary=b",
        "multipart/related; type=\"application/dicom\"; boundary=\"b\"",
        "multipart/related;BOUNDARY=b;type=x"
      })
  void theOnePartIsFoundHoweverTheBoundaryIsWritten(String type) {
    assertThat(Multipart.only(type, bytes(ONE))).contains(bytes("DICM"));
  }

  @Test
  void bytesThatLookLikeALineEndStayInThePart() {
    String body = "--b\r\n\r\nA\r\n\r\n--c\r\nB\r\n--b--";

    assertThat(Multipart.only("multipart/related; boundary=b", bytes(body)))
        .contains(bytes("A\r\n\r\n--c\r\nB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no part at all",
        "--b",
        "--b\r\n\r\ncut short",
        "--b\r\n\r\nfirst\r\n--b\r\n\r\nsecond\r\n--b--"
      })
  void whatIsNotOneWholePartIsNone(String body) {
    assertThat(Multipart.only("multipart/related; boundary=b", bytes(body))).isEmpty();
  }

  @Test
  void anAnswerWithoutBoundaryIsNone() {
    assertThat(Multipart.only("application/dicom", bytes(ONE))).isEmpty();
    assertThat(Multipart.only("multipart/related", bytes(ONE))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
