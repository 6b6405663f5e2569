/** Pages rendered by the server. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.web;
