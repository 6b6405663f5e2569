package org.lodestar.app.store;

import java.nio.file.Path;

class SqliteLogTest extends FactLogContract {
  private Path file() {
    return folder.resolve(FactLogs.SQLITE_FILE);
  }

  @Override
  FactLog open(Ports ports, BodyReader reader) {
    return SqlLog.open(new Sqlite(file()), folder, ports, reader);
  }
}
