package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What differs between the stores. */
interface Database {
  /** A connection that writes, every commit durable before it returns. */
  Connection openWriter() throws SQLException;

  /** A connection that reads. */
  Connection openReader() throws SQLException;

  /** Begins a transaction that writes. */
  void beginWrite(Connection writer) throws SQLException;

  /** Begins a transaction that sees one consistent state. */
  void beginRead(Connection reader) throws SQLException;

  void commit(Connection connection) throws SQLException;

  void rollback(Connection connection) throws SQLException;

  /** The statement that locks the head row until the transaction ends. */
  String lockHead();

  /** Removes what a redaction took out from the files around the tables; false: try again later. */
  boolean scrub(Connection writer) throws SQLException;

  /**
   * Compares tables and triggers with those that this program makes.
   *
   * @throws Breach when they differ
   */
  void requireTables(Connection reader) throws SQLException;

  /** What the store's own examination of its files finds wrong, or null. */
  @Nullable String selfCheck(Connection reader) throws SQLException;

  /** What is left to do for durability when the last connection is closed. */
  default void closed() {}

  /** Why a statement failed, in words. */
  StoreException explain(SQLException failure);
}
