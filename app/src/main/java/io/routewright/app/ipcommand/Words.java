package io.routewright.app.ipcommand;

import java.util.List;

/// A command being read, word by word.
final class Words {
    private final List<Word> all;
    private final Word before;
    private int next;

    /// @param all at least one word
    Words(List<Word> all) {
        this(all, all.getFirst());
    }

    private Words(List<Word> all, Word before) {
        this.all = all;
        this.before = before;
    }

    boolean hasMore() {
        return next < all.size();
    }

    /// The word to come; only when there is one.
    Word peek() {
        return all.get(next);
    }

    /// Whether the word to come is this one.
    boolean isAt(String text) {
        return hasMore() && peek().is(text);
    }

    /// Reads this word if it comes next.
    boolean take(String text) {
        boolean isThere = isAt(text);
        next += isThere ? 1 : 0;
        return isThere;
    }

    /// Reads a word.
    ///
    /// @param after what is missing when there is none
    Word next(String after) throws SyntaxException {
        if (!hasMore()) {
            throw SyntaxException.at(last(), "", "incomplete", after);
        }
        return all.get(next++);
    }

    /// The word read last; the one before these when none was.
    Word last() {
        return next == 0 ? before : all.get(next - 1);
    }

    /// The first of these words, or the one before them when there is none.
    Word first() {
        return all.isEmpty() ? before : all.getFirst();
    }

    /// The words not yet read.
    Words rest() {
        return new Words(all.subList(next, all.size()), last());
    }
}
