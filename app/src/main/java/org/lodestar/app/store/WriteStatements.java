package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.lodestar.trial.fact.Stream;

/** The writer's connection with the statements of every group, prepared once. */
record WriteStatements(
    Connection connection,
    PreparedStatement head,
    PreparedStatement moveHead,
    PreparedStatement insertFact,
    PreparedStatement insertContent,
    PreparedStatement command,
    PreparedStatement version,
    PreparedStatement lastOfParticipant) {

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
        connection.prepareStatement(FactTable.VERSION),
        connection.prepareStatement(FactTable.LAST_OF_PARTICIPANT));
  }

  /** The version that a stream has in the store, 0 when nothing was written to it. */
  long stored(Stream stream) throws SQLException {
    return stream instanceof Stream.Casebook casebook
        ? FactTable.number(lastOfParticipant, casebook.code().text())
        : FactTable.number(version, stream.path());
  }

  /** Forgets what a group that failed had bound. */
  void clear() throws SQLException {
    insertFact.clearBatch();
    insertContent.clearBatch();
  }
}
