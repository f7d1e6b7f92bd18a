package io.routewright.app.staging;

/// One field of an object, before and after.
///
/// @param key stable name of the field, as in `describe.Field`
/// @param label the field's name on screen
/// @param before in words; empty when the field is new
/// @param after in words; empty when the field goes
public record Difference(String key, String label, String before, String after) {}
