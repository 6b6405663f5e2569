package org.lodestar.app.store;

import java.time.InstantSource;

/**
 * What a log takes from outside.
 *
 * @param clock gives each batch its instant
 * @param software name and version of the program, kept in every fact
 */
public record Ports(InstantSource clock, Salts salts, String software) {
  /** System clock and secure salts. */
  public static Ports real(String software) {
    return new Ports(InstantSource.system(), Salts.secure(), software);
  }
}
