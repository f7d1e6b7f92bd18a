import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What NullAway must refuse.
@NullMarked
final class NullDereference {
    int length(@Nullable String name) {
        return name.length();
    }
}
