/// What the formatter must refuse.
final class Unformatted { int one( ) { return 1;} }
