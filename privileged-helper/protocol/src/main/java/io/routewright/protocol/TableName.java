package io.routewright.protocol;

/// A name of a routing table, and where it is written.
///
/// @param tableId 0 to 4294967295
/// @param name the name
/// @param isOwn whether it stands in our own file, so that it may be changed
public record TableName(long tableId, String name, boolean isOwn) {}
