package io.routewright.daemon.plan;

import io.routewright.netlink.Bytes;
import io.routewright.netlink.Family;

import java.util.Optional;

/// A test of one attribute's value. Answers with what is wrong, as the end of a sentence; empty when nothing is.
@FunctionalInterface
interface Check {
    Optional<String> objection(Bytes value);

    /// Exactly so many bytes.
    static Check size(int bytes) {
        return v ->
                v.length() == bytes
                        ? Optional.empty()
                        : Optional.of("must have " + bytes + " bytes");
    }

    static Check u8(int least, int most) {
        return size(1).then(v -> range(v.u8At(0), least, most));
    }

    static Check u16(int least, int most) {
        return size(2).then(v -> range(v.u16At(0), least, most));
    }

    static Check u32(long least, long most) {
        return size(4).then(v -> range(v.u32At(0), least, most));
    }

    static Check u32() {
        return size(4);
    }

    static Check address(Family family) {
        return size(family.bytes());
    }

    /// A link's name: 1 to 15 visible bytes and a closing zero.
    static Check linkName() {
        return v -> {
            String text = v.asText();
            boolean isGood =
                    v.length() == text.length() + 1
                            && text.matches("[!-.0-~]{1,15}")
                            && !text.equals(".")
                            && !text.equals("..");
            return isGood ? Optional.empty() : Optional.of("is not a link's name");
        };
    }

    /// Text of at most so many bytes, with or without a closing zero.
    static Check text(int most) {
        return v -> {
            boolean isGood =
                    v.length() <= most + 1 && v.asText().chars().noneMatch(Character::isISOControl);
            return isGood
                    ? Optional.empty()
                    : Optional.of("is not a text of at most " + most + " bytes");
        };
    }

    private static Optional<String> range(long value, long least, long most) {
        return value >= least && value <= most
                ? Optional.empty()
                : Optional.of("must be " + least + " to " + most + ", not " + value);
    }

    /// This test, and if it finds nothing the next.
    default Check then(Check next) {
        return v -> {
            Optional<String> own = objection(v);
            return own.isPresent() ? own : next.objection(v);
        };
    }
}
