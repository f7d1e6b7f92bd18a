package io.routewright.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.routewright.daemon.lab.HelloOnce;
import io.routewright.daemon.lab.Lab;
import io.routewright.daemon.lab.Wire;
import io.routewright.netlink.Bytes;
import io.routewright.netlink.NetlinkMessage;
import io.routewright.netlink.Route;
import io.routewright.netlink.Rtnetlink;
import io.routewright.protocol.Frame;
import io.routewright.protocol.Message;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The helper as a peer sees it: hello, limits, dumps, broadcasts, the end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WireKernelTest {
    private Lab lab;

    @BeforeAll
    void open() {
        lab = Lab.open("--uid", "4321");
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private static ByteBuffer frame(int type, byte... payload) {
        return new Frame(type, 0, 1, Bytes.of(payload)).encode();
    }

    private void assertMalformed(Wire wire) {
        Optional<Message.ToClient> last = wire.answer(0);
        assertInstanceOf(Message.Malformed.class, last.orElseThrow());
        assertEquals(Optional.empty(), wire.answer(0));
    }

    @Test
    void welcomeTellsTheKernelAndWhatItCan() {
        try (Wire wire = Wire.connect(lab.socket())) {
            Message.Welcome welcome = assertInstanceOf(Message.Welcome.class, wire.hello());
            assertEquals(System.getProperty("os.version"), welcome.kernelRelease());
            assertTrue(welcome.canWrite());
            assertTrue(welcome.features().contains("nexthop"));
            assertInstanceOf(Message.Pong.class, wire.call(new Message.Ping()));
        }
    }

    @Test
    void socketIsItsOwnersAlone() throws IOException {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(lab.socket())));
        assertEquals(4321, Files.getAttribute(lab.socket(), "unix:uid"));
    }

    @Test
    void anotherUserIsDenied() throws IOException {
        Files.setPosixFilePermissions(lab.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(
                lab.socket().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            assertTrue(helloAs("65534").startsWith("Denied["), helloAs("65534"));
            assertTrue(helloAs("4321").startsWith("Welcome["), helloAs("4321"));
        } finally {
            Files.setPosixFilePermissions(
                    lab.socket(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Only with classes that any user can read: those that are no jars of a private repository, copied.
    private String helloAs(String uid) throws IOException {
        Path copy = Files.createTempDirectory("rwclasses");
        for (String entry : System.getProperty("java.class.path").split(":")) {
            if (Files.isDirectory(Path.of(entry))) {
                Lab.run("cp", "-r", entry + "/.", copy.toString());
            }
        }
        for (Class<?> c : List.of(HelloOnce.class, Message.class, Route.class)) {
            String jar = c.getProtectionDomain().getCodeSource().getLocation().getPath();
            if (jar.endsWith(".jar")) {
                Lab.run("cp", jar, copy.toString());
            }
        }
        Lab.run("chmod", "-R", "a+rX", copy.toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = copy + ":" + copy + "/*";
        String main = HelloOnce.class.getName();
        String socket = lab.socket().toString();
        String answer =
                Lab.run(
                        "setpriv",
                        "--reuid",
                        uid,
                        "--regid",
                        uid,
                        "--clear-groups",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        classPath,
                        main,
                        socket);
        Lab.run("rm", "-r", copy.toString());
        return answer;
    }

    @Test
    void whatIsNoHelloEndsTheConnection() {
        for (ByteBuffer bytes :
                List.of(
                        frame(7),
                        frame(999),
                        frame(1, (byte) 3, (byte) 0, (byte) 1, (byte) 0),
                        ByteBuffer.wrap(
                                new byte[] {0, 32, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                        ByteBuffer.wrap(
                                new byte[] {-1, -1, -1, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                        ByteBuffer.wrap(
                                new byte[] {0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}))) {
            try (Wire wire = Wire.connect(lab.socket())) {
                wire.sendRaw(bytes);
                assertMalformed(wire);
            }
        }
    }

    @Test
    void versionsThatDoNotMeetAreRefusedWithOurs() {
        try (Wire wire = Wire.connect(lab.socket())) {
            wire.send(new Message.Hello(2, 9, "from the future"));
            Message.Malformed m =
                    assertInstanceOf(Message.Malformed.class, wire.answer(0).orElseThrow());
            assertEquals("version: this helper speaks 1 to 1", m.what());
        }
    }

    @Test
    void silentPeerIsHungUpOn() {
        long begin = System.nanoTime();
        try (Wire wire = Wire.connect(lab.socket())) {
            assertEquals(Optional.empty(), wire.answer(0));
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
        assertTrue(seconds >= 4 && seconds < 60, seconds + " s");
    }

    @Test
    void unknownFieldAfterTheHelloEndsTheConnection() {
        try (Wire wire = Wire.open(lab.socket())) {
            wire.sendRaw(frame(7, (byte) 4, (byte) 0, (byte) 9, (byte) 0));
            assertMalformed(wire);
        }
    }

    @Test
    void oneUserHasEightPlaces() {
        List<Wire> wires = new ArrayList<>();
        try {
            Message.ToClient answer = new Message.Pong();
            for (int i = 0; i < 9 && !(answer instanceof Message.Busy); i++) {
                Wire wire = Wire.connect(lab.socket());
                wires.add(wire);
                wire.send(new Message.Hello(1, 1, "many"));
                answer = wire.answer(i < 8 ? 1 : 0).orElseThrow();
            }
            assertInstanceOf(Message.Busy.class, answer);
            assertEquals(9, wires.size());
        } finally {
            wires.forEach(Wire::close);
        }
    }

    @Test
    void dumpOfAMissingTableTellsTheKernelsErrno() {
        try (Wire wire = Wire.open(lab.socket())) {
            Message.ToClient end =
                    wire.call(new Message.Dump(Rtnetlink.RTM_GETROUTE, 2, 987654, 0));
            assertEquals(new Message.DumpEnd(2, false), end);
            assertEquals(new Message.DumpEnd(95, false), wire.call(new Message.Dump(999, 0, 0, 0)));
        }
    }

    @Test
    void dumpIsWhatIpSaves() throws IOException {
        lab.ip("route add 172.16.0.0/16 table 910 via 10.0.0.1 mtu 1400");
        lab.ip("route add blackhole default table 910");
        try (Wire wire = Wire.open(lab.socket())) {
            List<Bytes> ours =
                    wire.dump(new Message.Dump(Rtnetlink.RTM_GETROUTE, 2, 910, 0)).stream()
                            .map(o -> o.payload())
                            .toList();
            byte[] saved =
                    new ProcessBuilder("ip", "-n", lab.namespace(), "route", "save", "table", "910")
                            .start()
                            .getInputStream()
                            .readAllBytes();
            ByteBuffer messages = ByteBuffer.wrap(saved, 4, saved.length - 4).slice();
            assertEquals(
                    NetlinkMessage.parseAll(messages).stream()
                            .map(NetlinkMessage::payload)
                            .toList(),
                    ours);
        } catch (io.routewright.netlink.MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void broadcastsReachEverySubscriber() {
        try (Wire a = Wire.open(lab.socket());
                Wire b = Wire.open(lab.socket())) {
            a.send(new Message.Subscribe());
            b.send(new Message.Subscribe());
            a.call(new Message.GetNames());
            b.call(new Message.GetNames());
            lab.ip("route add 172.17.0.0/16 table 920 via 10.0.0.1");
            for (Wire wire : List.of(a, b)) {
                Message.ToClient event =
                        wire.await(m -> m instanceof Message.Events e && names(e, 920));
                assertInstanceOf(Message.Events.class, event);
            }
        }
    }

    private static boolean names(Message.Events events, long table) {
        try {
            for (NetlinkMessage m : NetlinkMessage.parseAll(events.raw().view())) {
                if (m.type() == Rtnetlink.RTM_NEWROUTE
                        && Route.parse(m.payload()).tableId() == table) {
                    return true;
                }
            }
            return false;
        } catch (io.routewright.netlink.MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void slowReaderOverrunsOnlyItself() throws IOException, InterruptedException {
        Path batch = Files.createTempFile("rwd", ".batch");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            lines.append("route add 20.")
                    .append(i >> 8 & 255)
                    .append('.')
                    .append(i & 255)
                    .append('.');
            lines.append(i >> 16).append("/32 via 10.0.0.1 table 930\n");
        }
        Files.writeString(batch, lines);
        try (Wire slow = Wire.open(lab.socket());
                Wire other = Wire.open(lab.socket())) {
            slow.send(new Message.Subscribe());
            slow.call(new Message.GetNames());
            boolean isTold =
                    readsSeldom(slow, "-batch", batch.toString())
                            | readsSeldom(slow, "route", "flush", "table", "930");
            assertInstanceOf(Message.Pong.class, other.call(new Message.Ping()));
            assertFalse(other.dump(Rtnetlink.RTM_GETLINK, 0).isEmpty());
            if (!isTold) {
                slow.await(Message.Overrun.class::isInstance);
            }
            lab.ip("route add 172.18.0.0/16 table 931 via 10.0.0.1");
            slow.await(m -> m instanceof Message.Events e && names(e, 931));
        } finally {
            Files.delete(batch);
        }
    }

    /// One message every ten seconds while the command runs: too little to keep up, enough not to pass for dead.
    ///
    /// @return whether one of them was the overrun
    private boolean readsSeldom(Wire slow, String... ip) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ip", "-n", lab.namespace()));
        words.addAll(List.of(ip));
        Process running =
                new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        boolean isTold = false;
        while (!running.waitFor(10, TimeUnit.SECONDS)) {
            isTold |= slow.answer(0).orElseThrow() instanceof Message.Overrun;
        }
        return isTold;
    }

    @Test
    void changedNameFileIsTold() throws IOException {
        try (Wire wire = Wire.open(lab.socket())) {
            Files.writeString(
                    lab.names().resolve("rt_tables"),
                    "# mine\n77 blue\n0x4e green # yes\nbroken\n79 red\n");
            wire.await(Message.NamesChanged.class::isInstance);
            Message.Names names = (Message.Names) wire.call(new Message.GetNames());
            assertEquals(
                    "default main local blue green",
                    names.names().stream().map(n -> n.name()).collect(Collectors.joining(" ")));
        }
    }

    @Test
    void secondHelperIsRefusedAndAStaleSocketReplaced() throws IOException {
        String[] helper = helperCommand(lab.socket());
        Process second = new ProcessBuilder(helper).redirectErrorStream(true).start();
        assertEquals(
                "routewright helper: another helper answers on " + lab.socket(),
                new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        Path file = Files.createTempFile("rwd", ".txt");
        Process third = new ProcessBuilder(helperCommand(file)).redirectErrorStream(true).start();
        assertEquals(
                "routewright helper: " + file + " exists and is not a socket",
                new String(third.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        Files.delete(file);
    }

    @Test
    void terminatedHelperEndsWithZeroAndTakesItsSocketAway() throws Exception {
        Path socket = Files.createTempDirectory("rwd").resolve("s");
        Process killed = new ProcessBuilder(helperCommand(socket)).start();
        assertTrue(killed.inputReader().readLine().startsWith("listening on"));
        killed.destroyForcibly().waitFor();
        assertTrue(Files.exists(socket));
        Process next = new ProcessBuilder(helperCommand(socket)).start();
        assertTrue(next.inputReader().readLine().startsWith("listening on"));
        next.destroy();
        assertEquals(0, next.waitFor());
        assertFalse(Files.exists(socket));
    }

    private String[] helperCommand(Path socket) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", lab.namespace()));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                Arrays.asList(
                        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.addAll(List.of("io.routewright.daemon.Main", "--socket", socket.toString()));
        return words.toArray(String[]::new);
    }
}
