/** The fact log on SQLite and PostgreSQL, cuts, attachments, and the command bus. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.store;
