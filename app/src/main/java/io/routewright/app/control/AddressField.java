package io.routewright.app.control;

import io.routewright.app.text.Strings;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;

import java.util.Optional;
import java.util.function.Function;

/// A field for a single address, such as a gateway. Empty is allowed unless `setRequired`.
public final class AddressField extends CheckedField {
    private static final Strings TEXT = new Strings(AddressField.class);

    private Optional<Family> family = Optional.empty();
    private boolean isRequired;
    private Function<IpAddress, Optional<String>> further = a -> Optional.empty();

    public AddressField() {
        super(t -> Optional.empty());
        getStyleClass().add("mono");
        setPromptText(TEXT.get("address.prompt"));
        setCheck(this::check);
    }

    /// Only addresses of that family from now on; empty for both.
    public void setFamily(Optional<Family> only) {
        family = only;
        judge();
    }

    public void setRequired(boolean required) {
        isRequired = required;
        judge();
    }

    /// A further rule for well-formed addresses, such as "the gateway is reachable from that link".
    public void setRule(Function<IpAddress, Optional<String>> rule) {
        further = rule;
        judge();
    }

    /// The address; empty when the field is empty or its text cannot be taken.
    public Optional<IpAddress> value() {
        return problem().isPresent() ? Optional.empty() : IpAddress.parse(getText().strip());
    }

    private Optional<String> check(String text) {
        if (text.isEmpty()) {
            return isRequired ? Optional.of(TEXT.get("address.empty")) : Optional.empty();
        }
        Optional<IpAddress> parsed = IpAddress.parse(text);
        if (parsed.isEmpty()) {
            return Optional.of(TEXT.get("address.malformed", text));
        }
        return family.isPresent() && parsed.get().family() != family.get()
                ? Optional.of(TEXT.get("prefix.family." + family.get().name()))
                : further.apply(parsed.get());
    }
}
