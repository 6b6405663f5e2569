/** Virtual site staff and participants, acting by commands. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.simulate;
