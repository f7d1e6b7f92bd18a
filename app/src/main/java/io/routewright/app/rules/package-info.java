/// The screen of the policy rules.
@NullMarked
package io.routewright.app.rules;

import org.jspecify.annotations.NullMarked;
