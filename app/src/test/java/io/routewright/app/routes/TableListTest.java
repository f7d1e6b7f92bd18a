package io.routewright.app.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.routewright.app.store.TableNames;
import io.routewright.protocol.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TableListTest {
    private static final List<TableEntry> TABLES = TableList.of(Routes.snapshot(), r -> true);
    private static final TableNames NAMES = Routes.snapshot().tableNames();

    @Test
    void emptyButReferencedTablesAreListedToo() {
        assertEquals(
                List.of(0L, 254L, 100L, 300L, 400L, 253L, 255L),
                TABLES.stream().map(TableEntry::id).toList());
        TableEntry referenced = TABLES.get(4);
        assertEquals(List.of(10020L), referenced.rules());
        assertEquals("trouble.empty", referenced.troubles().getFirst().key());
    }

    @Test
    void countsAndOwnersAreTold() {
        TableEntry main = TABLES.get(1);
        assertEquals(9, main.routes4());
        assertEquals(1, main.routes6());
        assertEquals(List.of("vrf-blue"), TABLES.get(3).vrfs());
        assertEquals(12, TABLES.getFirst().routes());
    }

    @ParameterizedTest
    @CsvSource({
        "101, 100, invalid.name-number",
        "101, isp2, invalid.name-taken",
        "101, two words, invalid.name-characters",
        "101, 0x65, invalid.name-number",
        "254, mine, invalid.name-system"
    })
    void badNamesSayWhy(long id, String name, String key) {
        assertEquals(
                key,
                assertThrows(InvalidFieldException.class, () -> TableNaming.check(id, name, NAMES))
                        .key());
    }

    @Test
    void renamingKeepsTheOldNameForUndo() {
        assertEquals(
                new Operation.Name(100, "isp2", "uplink2"),
                TableNaming.operation(100, "uplink2", NAMES));
        assertEquals(101, TableNaming.free(TABLES));
    }
}
