package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.netlink.Family;
import io.routewright.netlink.Prefix;

import java.util.Optional;

/// A field for a prefix such as `10.0.0.0/8`, `2001:db8::/32`, a single address, or `default`.
public final class PrefixField extends CheckedField {
    /// What the prefix is for, which decides what is allowed.
    public enum Use {
        /// A route's destination: no host bits, must be given.
        DESTINATION,
        /// A rule's selector: host bits are kept, empty means any.
        SELECTOR,
        /// An address with its length: host bits are the point, must be given.
        ADDRESS
    }

    private static final Strings TEXT = new Strings(PrefixField.class);

    private final Use use;
    private Optional<Family> family = Optional.empty();

    public PrefixField(Use use) {
        super(t -> Optional.empty());
        this.use = use;
        getStyleClass().add("mono");
        setPromptText(TEXT.get("prefix.prompt." + use.name().toLowerCase(java.util.Locale.ROOT)));
        setCheck(this::check);
    }

    /// Only prefixes of that family from now on; empty for both.
    public void setFamily(Optional<Family> only) {
        family = only;
        judge();
    }

    /// The prefix; empty when the field is empty or its text is no prefix. `default` is the family's, IPv4 where none is set.
    public Optional<Prefix> value() {
        return problem().isPresent() ? Optional.empty() : parse(getText().strip());
    }

    private Optional<Prefix> parse(String text) {
        boolean isDefault = text.equals("default") || text.equals("any") || text.equals("all");
        return isDefault && use != Use.ADDRESS
                ? Optional.of(Prefix.any(family.orElse(Family.INET)))
                : Prefix.parse(text);
    }

    private Optional<String> check(String text) {
        if (text.isEmpty()) {
            return use == Use.SELECTOR
                    ? Optional.empty()
                    : Optional.of(
                            TEXT.get(
                                    "prefix.empty."
                                            + (use == Use.ADDRESS ? "address" : "destination")));
        }
        Optional<Prefix> parsed = parse(text);
        return parsed.isEmpty() ? Optional.of(malformed(text)) : parsed.flatMap(p -> judge(p));
    }

    private Optional<String> judge(Prefix prefix) {
        if (family.isPresent() && prefix.family() != family.get()) {
            return Optional.of(TEXT.get("prefix.family." + family.get().name()));
        }
        if (use == Use.DESTINATION && prefix.hasHostBits()) {
            return Optional.of(TEXT.get("prefix.hostbits", prefix, prefix.masked()));
        }
        return Optional.empty();
    }

    private static String malformed(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<io.routewright.netlink.IpAddress> parsed =
                io.routewright.netlink.IpAddress.parse(address);
        return parsed.map(a -> TEXT.get("prefix.length", a.family().bits()))
                .orElseGet(() -> TEXT.get("address.malformed", address));
    }
}
