package io.routewright.app.rules;

import io.routewright.netlink.Rtnetlink;
import io.routewright.netlink.Rule;

/// A range of rule priorities and what lives there.
enum Band {
    /// The rule for own addresses.
    LOCAL(0, 0),
    BEFORE_VRF(1, 999),
    /// The kernel's rule that sends each VRF to its table.
    L3MDEV(1000, 1000),
    EXCEPTIONS(1001, 9999),
    /// Ours: the only band whose rules are renumbered by dragging.
    POLICIES(10_000, 19_999),
    /// Free for other programs.
    OTHERS(20_000, 32_765),
    MAIN(32_766, 32_766),
    DEFAULT(32_767, 32_767),
    AFTER(32_768, 0xffff_ffffL);

    /// Distance between neighbours when rules are renumbered, so that one fits in by hand.
    static final int GAP = 10;

    private final long first;
    private final long last;

    Band(long first, long last) {
        this.first = first;
        this.last = last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /// The band that priority lies in.
    static Band of(long priority) {
        for (Band b : values()) {
            if (priority <= b.last) {
                return b;
            }
        }
        return AFTER;
    }

    /// Key of its texts in the bundle.
    String key() {
        return "band." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether a person or a script made the rule, as far as its protocol tells.
    static boolean isByHand(Rule rule) {
        return switch (rule.protocol()) {
            case Rtnetlink.RTPROT_UNSPEC, Rtnetlink.RTPROT_BOOT, Rtnetlink.RTPROT_STATIC -> true;
            default -> false;
        };
    }

    /// Whether it is one of the kernel's own rules: local, l3mdev, main, default.
    static boolean isKernels(Rule rule) {
        return rule.protocol() == Rtnetlink.RTPROT_KERNEL;
    }
}
