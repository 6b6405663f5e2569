package org.lodestar.app.store;

class PostgresLogTest extends FactLogContract {
  private String url;

  @Override
  FactLog open(Ports ports, BodyReader reader) throws Exception {
    if (url == null) {
      url = TestPostgres.newDatabase();
      TestPostgres.asOwner(url).migrate(TestPostgres.APPLICATION);
    }
    return SqlLog.open(TestPostgres.asApplication(url), folder, ports, reader);
  }
}
