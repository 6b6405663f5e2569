/** The REST interface. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.rest;
