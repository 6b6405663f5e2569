package org.lodestar.app.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lodestar.trial.fact.ParticipantCode;

/** A process of its own that tries to enrol some participants of a log on PostgreSQL. */
final class CapProcess {
  private CapProcess() {}

  /** Arguments: address of the database, folder for heads.log, then the codes. */
  public static void main(String[] arguments) throws Exception {
    Ports ports = new Ports(ToyTrial.CLOCK, Salts.secure(), "test");
    try (CommandBus bus =
        new CommandBus(
            TestPostgres.open(arguments[0], Path.of(arguments[1]), ports), ToyTrial.CLOCK)) {
      List<ParticipantCode> codes =
          List.of(arguments).subList(2, arguments.length).stream()
              .map(ParticipantCode::new)
              .toList();
      long done =
          CommandBusTest.enrolAll(bus, codes).stream()
              .filter(CommandBus.Answer.Done.class::isInstance)
              .count();
      System.out.println("enrolled " + done);
    }
  }

  /** Starts this class beside the test. */
  static Process start(String url, Path folder, List<ParticipantCode> codes) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CapProcess.class.getName(),
            url,
            folder.toString()));
    codes.forEach(code -> command.add(code.text()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** How many the process says that it enrolled. */
  static int enrolledBy(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output
        .lines()
        .filter(line -> line.startsWith("enrolled "))
        .map(line -> Integer.parseInt(line.substring(9)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(output));
  }
}
