package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The writer's connection with the statements of every group, prepared once. */
record WriteStatements(
    Connection connection,
    PreparedStatement head,
    PreparedStatement moveHead,
    PreparedStatement insertFact,
    PreparedStatement insertContent,
    PreparedStatement command,
    PreparedStatement version) {

  /**
   * @param lockHead the statement that reads the head row and locks it
   */
  static WriteStatements prepare(Connection connection, String lockHead) throws SQLException {
    return new WriteStatements(
        connection,
        connection.prepareStatement(lockHead),
        connection.prepareStatement(HeadRow.UPDATE),
        connection.prepareStatement(FactTable.INSERT_FACT),
        connection.prepareStatement(FactTable.INSERT_CONTENT),
        connection.prepareStatement(FactTable.COMMAND),
        connection.prepareStatement(FactTable.VERSION));
  }

  /** Forgets what a group that failed had bound. */
  void clear() throws SQLException {
    insertFact.clearBatch();
    insertContent.clearBatch();
  }
}
