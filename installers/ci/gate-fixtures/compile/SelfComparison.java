/// What Error Prone must refuse.
final class SelfComparison {
    boolean isSame(String name) {
        return name.equals(name);
    }
}
