package io.routewright.protocol;

/// Frame type numbers. A number once given is never used for anything else.
final class Wire {
    /// "RWH1", little-endian.
    static final long MAGIC = 0x3148_5752L;

    static final int HELLO = 1;
    static final int SUBSCRIBE = 2;
    static final int DUMP = 3;
    static final int GET_NAMES = 4;
    static final int GET_SYSCTLS = 5;
    static final int APPLY = 6;
    static final int PING = 7;

    static final int WELCOME = 32;
    static final int EVENTS = 33;
    static final int DUMP_CHUNK = 34;
    static final int DUMP_END = 35;
    static final int OVERRUN = 36;
    static final int NAMES_CHANGED = 37;
    static final int NAMES = 38;
    static final int SYSCTLS = 39;
    static final int PONG = 40;

    static final int APPLIED = 64;
    static final int REJECTED = 65;
    static final int CONFLICT = 66;
    static final int ROLLED_BACK = 67;
    static final int DENIED = 68;
    static final int BUSY = 69;
    static final int MALFORMED = 70;

    private Wire() {}

    static int typeOf(Message message) {
        return switch (message) {
            case Message.ToHelper m -> typeOf(m);
            case Message.Outcome m -> typeOf(m);
            case Message.Welcome m -> WELCOME;
            case Message.Events m -> EVENTS;
            case Message.DumpChunk m -> DUMP_CHUNK;
            case Message.DumpEnd m -> DUMP_END;
            case Message.Overrun m -> OVERRUN;
            case Message.NamesChanged m -> NAMES_CHANGED;
            case Message.Names m -> NAMES;
            case Message.Sysctls m -> SYSCTLS;
            case Message.Pong m -> PONG;
        };
    }

    private static int typeOf(Message.ToHelper message) {
        return switch (message) {
            case Message.Hello m -> HELLO;
            case Message.Subscribe m -> SUBSCRIBE;
            case Message.Dump m -> DUMP;
            case Message.GetNames m -> GET_NAMES;
            case Message.GetSysctls m -> GET_SYSCTLS;
            case Message.Apply m -> APPLY;
            case Message.Ping m -> PING;
        };
    }

    private static int typeOf(Message.Outcome message) {
        return switch (message) {
            case Message.Applied m -> APPLIED;
            case Message.Rejected m -> REJECTED;
            case Message.Conflict m -> CONFLICT;
            case Message.RolledBack m -> ROLLED_BACK;
            case Message.Denied m -> DENIED;
            case Message.Busy m -> BUSY;
            case Message.Malformed m -> MALFORMED;
        };
    }
}
