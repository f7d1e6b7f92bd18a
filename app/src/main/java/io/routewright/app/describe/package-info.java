/// Objects of the kernel in the field's words: one sentence, or every attribute. Pure; no JavaFX.
@NullMarked
package io.routewright.app.describe;

import org.jspecify.annotations.NullMarked;
