package io.routewright.app.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.routewright.app.store.LinkTable;
import io.routewright.app.store.Snapshot;
import io.routewright.app.store.TableNames;
import io.routewright.netlink.Address;
import io.routewright.netlink.Link;
import io.routewright.netlink.NexthopObject;
import io.routewright.netlink.Route;
import io.routewright.protocol.TableName;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// A snapshot as one line of JSON with the keys `links`, `addresses`, `rules`, `routes`, `nexthops` and `tables`.
/// Routes, rules and nexthops are key for key what `ip -j -d -N` of iproute2 7.1 prints, IPv4 before IPv6.
public final class StateJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private StateJson() {}

    /// Writes the object without a line end; `out` stays open and is not flushed.
    public static void write(Snapshot state, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            array("links", state.links().all(), new LinkJson(state.links())::of, json);
            array("addresses", state.links().all(), holdersOf(state), json);
            array("rules", state.rules(), RuleJson::of, json);
            array("routes", state.routes(), routesOf(state), json);
            array("nexthops", state.nexthops(), n -> NexthopJson.of(n, state.links()), json);
            array("tables", tablesOf(state.tableNames()), Function.identity(), json);
            json.writeEndObject();
        }
    }

    private static <T> void array(
            String key, List<T> elements, Function<T, JsonObject> shape, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (T element : elements) {
            shape.apply(element).write(json);
        }
        json.writeEndArray();
    }

    private static Function<Link, JsonObject> holdersOf(Snapshot state) {
        Map<Integer, List<JsonObject>> byLink = new LinkedHashMap<>();
        for (Address a : state.addresses()) {
            byLink.computeIfAbsent(a.ifindex(), i -> new ArrayList<>()).add(AddressJson.of(a));
        }
        return link ->
                new JsonObject()
                        .put("ifindex", link.ifindex())
                        .put("ifname", link.name())
                        .put("addr_info", byLink.getOrDefault(link.ifindex(), List.of()));
    }

    private static Function<Route, JsonObject> routesOf(Snapshot state) {
        LinkTable links = state.links();
        Map<Long, JsonObject> nexthops = new HashMap<>();
        for (NexthopObject n : state.nexthops()) {
            nexthops.put(n.id(), NexthopJson.of(n, links));
        }
        return new RouteJson(links, nexthops)::of;
    }

    /// Each table that has a name once, by id, with the name that counts.
    private static List<JsonObject> tablesOf(TableNames names) {
        Map<Long, JsonObject> tables = new TreeMap<>();
        for (TableName n : names.all()) {
            tables.put(
                    n.tableId(),
                    new JsonObject().put("id", n.tableId()).put("name", names.label(n.tableId())));
        }
        return List.copyOf(tables.values());
    }
}
