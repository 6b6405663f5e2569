package org.lodestar.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Whether a port of the loopback interface can be served. */
final class FreePort {
  private static final int TRIES = 20;
  private static final int LAST = 65_535;

  private FreePort() {}

  /**
   * @throws Failure naming a free port nearby when this one is taken
   */
  static void check(int port) {
    if (port < 0 || port > LAST) {
      throw CliRule.WRONG_VALUE.failure("name", "--port", "value", port, "allowed", "0.." + LAST);
    }
    if (!isFree(port)) {
      OptionalInt other = next(port);
      throw CliRule.PORT_TAKEN.failure("port", port, "other", other.orElse(0));
    }
  }

  private static OptionalInt next(int port) {
    for (int candidate = port + 1; candidate <= Math.min(LAST, port + TRIES); candidate++) {
      if (isFree(candidate)) {
        return OptionalInt.of(candidate);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
