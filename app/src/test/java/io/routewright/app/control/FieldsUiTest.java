package io.routewright.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.routewright.app.ui.UiTest;
import io.routewright.netlink.Family;
import io.routewright.netlink.IpAddress;
import io.routewright.netlink.Prefix;

import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FieldsUiTest extends UiTest {
    private static PrefixField prefix(PrefixField.Use use, String text) {
        return onFx(() -> {
            PrefixField field = new PrefixField(use);
            field.setText(text);
            return field;
        });
    }

    @Test
    void defaultIsADestinationOfEitherFamily() {
        PrefixField field = prefix(PrefixField.Use.DESTINATION, "default");
        assertEquals(Optional.of(Prefix.any(Family.INET)), field.value());
        onFx(() -> field.setFamily(Optional.of(Family.INET6)));
        assertEquals(Optional.of(Prefix.any(Family.INET6)), field.value());
    }

    @Test
    void hostBitsAreWrongInADestinationAndFineInASelector() {
        assertEquals(Optional.empty(), prefix(PrefixField.Use.DESTINATION, "10.0.0.1/8").value());
        assertEquals(
                Prefix.parse("10.0.0.1/8"), prefix(PrefixField.Use.SELECTOR, "10.0.0.1/8").value());
    }

    @Test
    void theReasonNamesTheLengthOfTheFamily() {
        assertEquals(
                Optional.of("The prefix length goes from 0 to 32."),
                prefix(PrefixField.Use.SELECTOR, "10.0.0.0/33").problem());
        assertEquals(
                Optional.of("The prefix length goes from 0 to 128."),
                prefix(PrefixField.Use.SELECTOR, "2001:db8::/129").problem());
    }

    @Test
    void anAddressOfTheOtherFamilyIsRefused() {
        AddressField field =
                onFx(() -> {
                    AddressField made = new AddressField();
                    made.setFamily(Optional.of(Family.INET));
                    made.setText("2001:db8::1");
                    return made;
                });
        assertEquals(
                Optional.of("This must be IPv4, like the rest of the entry."), field.problem());
        onFx(() -> field.setText("10.0.0.1"));
        assertEquals(IpAddress.parse("10.0.0.1"), field.value());
    }

    @Test
    void aWordIsTakenFromTheCompletion() {
        CheckedField field =
                onFx(() -> {
                    CheckedField made = new CheckedField(t -> Optional.empty());
                    made.setWords(List.of("wan0", "wan1", "lan0"));
                    return made;
                });
        open(() -> new VBox(field));
        robot.clickOn(field).write("wan");
        robot.push(javafx.scene.input.KeyCode.DOWN).push(javafx.scene.input.KeyCode.DOWN);
        robot.push(javafx.scene.input.KeyCode.ENTER);
        assertEquals("wan1", field.getText());
    }
}
