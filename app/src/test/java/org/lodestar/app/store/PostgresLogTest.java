package org.lodestar.app.store;

class PostgresLogTest extends FactLogContract {
  private String url;

  @Override
  FactLog open(Ports ports, BodyReader reader) throws Exception {
    if (url == null) {
      url = TestPostgres.newDatabase();
      FactLogs.migratePostgres(
          url, TestPostgres.login("postgres", "postgres"), TestPostgres.APPLICATION);
    }
    return SqlLog.open(TestPostgres.asApplication(url), folder, ports, reader);
  }
}
