/// Whole journeys: the real window, a real helper, a real kernel, looked at from outside with `ip`.
package io.routewright.app.scenario;
