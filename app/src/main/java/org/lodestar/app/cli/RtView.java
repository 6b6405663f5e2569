package org.lodestar.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.lodestar.app.imaging.ShownFolder;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.app.web.RulesWorkplace;
import org.lodestar.app.web.WebServer;
import org.lodestar.radiotherapy.contour.OverlapRule;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a folder in the browser by the rules of a trial; there is no log, and nothing is kept. */
@Command(name = "view")
final class RtView implements Verb {
  private static final Words OPEN =
      new Words(
          "{folder}: {address}\nServed on this machine alone; nothing is kept. Ctrl+C ends it.",
          "{folder}：{address}\n仅在本机提供服务，不保存任何内容。按 Ctrl+C 结束。");

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
  Path folder;

  @Option(names = "--port", paramLabel = "N")
  int port;

  @Override
  public Answer run(Session session) throws IOException, InterruptedException {
    ShownFolder shown = new ShownFolder(folder, RtFolder.read(folder, OverlapRule.ASK).rt());
    FreePort.check(port);
    try (WebServer server = WebServer.start(rules(session), shown, port)) {
      String address = "http://127.0.0.1:" + server.port() + WebServer.FOLDER;
      session.show(
          Answer.with(session.document().put("address", address))
              .line(
                  Message.of(OPEN, "folder", shown.name(), "address", address)
                      .in(session.language()))
              .done());
      server.warm();
      new CountDownLatch(1).await();
    }
    return Answer.with(session.document()).done();
  }

  private static RulesWorkplace rules(Session session) throws IOException {
    Bundle bundle = TrialFolder.read(session.trial());
    return switch (Protocol.read(bundle)) {
      case Protocol.Reading.Read read ->
          RulesWorkplace.of(bundle, read.protocol(), "Lodestar " + Software.version());
      case Protocol.Reading.Refused refused ->
          throw new Failure(Exit.INVALID, refused.findings().errors().getFirst().message());
    };
  }
}
