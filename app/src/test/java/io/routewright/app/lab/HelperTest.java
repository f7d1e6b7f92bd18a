package io.routewright.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

/// The helper of the labs.
final class HelperTest {
    @Test
    void helperLivesInTheLabsNamespace() {
        try (Lab lab = Lab.bare();
                Helper helper = Helper.start(lab)) {
            String inside = lab.run("readlink /proc/self/ns/net");
            assertEquals(inside, lab.run("readlink /proc/" + helper.pid() + "/ns/net"));
        }
    }

    @Test
    void killedHelperComesBackAtTheSamePlace() {
        try (Lab lab = Lab.bare();
                Helper helper = Helper.start(lab)) {
            long first = helper.pid();
            helper.kill();
            assertTrue(Files.exists(helper.socket()), "SIGKILL leaves the socket behind");
            helper.restart();
            assertNotEquals(first, helper.pid());
        }
    }

    @Test
    void nothingIsLeftAfterClose() {
        try (Lab lab = Lab.bare()) {
            Helper helper = Helper.start(lab);
            long pid = helper.pid();
            helper.close();
            assertFalse(Files.exists(helper.socket().getParent()));
            assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
    }
}
