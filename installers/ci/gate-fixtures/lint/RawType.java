import java.util.List;

/// What -Xlint with -Werror must refuse.
final class RawType {
    Object first(List names) {
        return names.get(0);
    }
}
