package io.routewright.app.describe;

/// One field of an object as the inspector lists it.
///
/// @param key stable name of the field, such as `metric` or `attribute.77`; not shown
/// @param label the field's name on screen
/// @param value in words: names with their number in brackets, units where there are any
/// @param raw the number of a header field, or the attribute's bytes in hexadecimal (wire order)
public record Field(String key, String label, String value, String raw) {}
