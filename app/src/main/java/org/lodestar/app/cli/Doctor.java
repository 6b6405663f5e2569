package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.lodestar.app.store.FactLog;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.StoreException;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.RadiotherapySettings;
import org.lodestar.trial.protocol.WorkingDayCalendar;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether this machine can run Lodestar, and what to do where it cannot. */
@Command(name = "doctor")
final class Doctor implements Verb {
  private static final int JDK_NEEDED = 25;
  private static final long DISK_NEEDED_MIB = 1024;
  private static final Instant CLOCK_FLOOR = Instant.parse("2026-01-01T00:00:00Z");

  /** How a check came out; an advice does not keep Lodestar from working. */
  enum State {
    OK,
    ADVICE,
    PROBLEM
  }

  /** One thing that was looked at. */
  record Check(String id, State state, Words finding) {}

  @Override
  public Answer run(Session session) throws IOException {
    List<Check> checks = new ArrayList<>();
    checks.add(jdk(Runtime.version().feature()));
    checks.add(clock(Instant.now()));
    checks.add(disk(session.data()));
    checks.add(dataFolder(session.data()));
    checks.add(log(session.data()));
    checks.add(calendar(session, LocalDate.now(ZoneOffset.UTC).getYear()));
    return answer(session, checks);
  }

  static Check jdk(int feature) {
    String found = "Java " + feature;
    return feature >= JDK_NEEDED
        ? new Check("java", State.OK, new Words(found, found))
        : new Check(
            "java",
            State.PROBLEM,
            new Words(
                found + "; install a JDK of release " + JDK_NEEDED + " or later",
                found + "；请安装 JDK " + JDK_NEEDED + " 或更高版本"));
  }

  static Check clock(Instant now) {
    return now.isBefore(CLOCK_FLOOR)
        ? new Check(
            "clock",
            State.PROBLEM,
            new Words(
                "the clock says " + now + ", which is past; set it before recording anything",
                "系统时钟为 " + now + "，早于本软件；请先校准时钟再录入"))
        : new Check("clock", State.OK, new Words(now + " UTC", now + "（UTC）"));
  }

  static Check disk(Path data) throws IOException {
    FileStore store = Files.getFileStore(nearestExisting(data));
    long mib = store.getUsableSpace() >> 20;
    return mib >= DISK_NEEDED_MIB
        ? new Check("disk", State.OK, new Words(mib + " MiB free", "可用 " + mib + " MiB"))
        : new Check(
            "disk",
            State.PROBLEM,
            new Words(
                mib + " MiB free where " + DISK_NEEDED_MIB + " are needed; make room",
                "可用 " + mib + " MiB，至少需要 " + DISK_NEEDED_MIB + " MiB；请清理磁盘"));
  }

  private static Check dataFolder(Path data) {
    Path nearest = nearestExisting(data);
    if (!Files.isWritable(nearest)) {
      return new Check(
          "data",
          State.PROBLEM,
          new Words(
              nearest + " cannot be written by this user; choose another with --data DIR",
              "当前用户无法写入 " + nearest + "；请用 --data DIR 另选"));
    }
    return Files.isDirectory(data)
        ? new Check("data", State.OK, new Words(data + " exists", data + " 已存在"))
        : new Check(
            "data",
            State.OK,
            new Words(data + " will be made when it is needed", "需要时将创建 " + data));
  }

  /** Whether the log can be opened; {@code verify} is what examines it. */
  static Check log(Path data) {
    String store = FactLogs.isShared(data) ? "PostgreSQL" : "SQLite";
    try {
      if (!FactLogs.exists(data)) {
        return new Check("log", State.OK, new Words("none yet, " + store, "尚无日志，" + store));
      }
      try (FactLog log = FactLogs.open(data, Ports.real("doctor"))) {
        long facts = log.head().seq();
        return new Check(
            "log", State.OK, new Words(facts + " facts, " + store, facts + " 条记录，" + store));
      }
    } catch (StoreException e) {
      return new Check("log", State.PROBLEM, inBoth(e.words()));
    }
  }

  /** Whether the trial's working days are known for this year and the next. */
  static Check calendar(Session session, int year) throws IOException {
    Protocol protocol;
    try {
      protocol = TrialBundle.read(session.trial(), session.language()).protocol();
    } catch (Failure e) {
      return new Check("calendar", State.ADVICE, inBoth(e.message()));
    }
    Set<Integer> published =
        protocol
            .get(RadiotherapySettings.CALENDAR)
            .find()
            .flatMap(protocol::calendar)
            .orElseGet(WorkingDayCalendar::mondayToFriday)
            .published();
    String until = published.isEmpty() ? "-" : Collections.max(published).toString();
    return published.contains(year) && published.contains(year + 1)
        ? new Check("calendar", State.OK, new Words("up to " + until, "至 " + until + " 年"))
        : new Check(
            "calendar",
            State.ADVICE,
            new Words(
                "working days are known up to "
                    + until
                    + "; later days are shown as provisional until the year's notice is added",
                "工作日历至 " + until + " 年；之后的日期在补充当年通知前标为暂定"));
  }

  private static Words inBoth(Message message) {
    return new Words(message.in(Language.EN), message.in(Language.ZH));
  }

  private static Path nearestExisting(Path path) {
    Path at = path.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  private static Answer answer(Session session, List<Check> checks) {
    ObjectNode document = session.document();
    ArrayNode list = document.putArray("checks");
    List<List<String>> rows = new ArrayList<>();
    for (Check check : checks) {
      String state = check.state().name().toLowerCase(java.util.Locale.ROOT);
      String finding = session.say(check.finding());
      list.addObject().put("id", check.id()).put("state", state).put("finding", finding);
      rows.add(List.of(check.id(), state, finding));
    }
    boolean sound = checks.stream().noneMatch(check -> check.state() == State.PROBLEM);
    document.put("sound", sound);
    return Answer.with(document)
        .table(
            List.of(
                session.say("check", "项目"),
                session.say("state", "状态"),
                session.say("finding", "结果")),
            rows)
        .exit(sound ? Exit.OK : Exit.INVALID)
        .done();
  }
}
