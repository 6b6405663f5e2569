package org.lodestar.app.pacs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a {@code multipart/related} answer (RFC 2046, section 5.1.1). */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};

  private Multipart() {}

  /**
   * The one part of an answer about one object.
   *
   * @param contentType of the answer, which names the boundary
   * @return empty when the answer is no multipart one, or has no part or more than one
   */
  static Optional<byte[]> only(String contentType, byte[] body) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/") || !matcher.find()) {
      return Optional.empty();
    }
    String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int begin = find(body, delimiter, 0);
    int content = begin < 0 ? -1 : find(body, HEADERS_END, begin + delimiter.length);
    if (content < 0) {
      return Optional.empty();
    }
    int from = content + HEADERS_END.length;
    byte[] next = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int end = find(body, next, from);
    boolean isLast = end >= 0 && startsWith(body, new byte[] {'-', '-'}, end + next.length);
    return isLast ? Optional.of(Arrays.copyOfRange(body, from, end)) : Optional.empty();
  }

  private static int find(byte[] body, byte[] what, int from) {
    for (int i = from; i <= body.length - what.length; i++) {
      if (startsWith(body, what, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] body, byte[] what, int at) {
    return at + what.length <= body.length
        && Arrays.equals(body, at, at + what.length, what, 0, what.length);
  }
}
