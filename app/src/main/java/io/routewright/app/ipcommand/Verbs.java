package io.routewright.app.ipcommand;

import io.routewright.protocol.Operation;

import java.util.List;
import java.util.Optional;

/// The words behind the object of a command.
final class Verbs {
    private Verbs() {}

    static String meaning(Keywords verbs, Word verb, String command) throws SyntaxException {
        Optional<String> found = verbs.meaning(verb.text());
        if (found.isEmpty()) {
            String fix = Texts.didYouMean(Nearest.of(verb.text(), verbs.words()));
            throw SyntaxException.at(verb, fix, "verb", verb.text(), command);
        }
        return found.get();
    }

    /// A command that only shows something: nothing to do.
    static List<Operation> shown(Scene scene, String command) {
        scene.note("shows", command);
        return List.of();
    }

    /// A word an object's command does not know.
    static SyntaxException unknown(Word word, Keywords options, String command) {
        String fix = Texts.didYouMean(Nearest.of(word.text(), options.words()));
        return SyntaxException.at(word, fix, "unknownWord", word.text(), command);
    }
}
