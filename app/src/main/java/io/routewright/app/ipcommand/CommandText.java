package io.routewright.app.ipcommand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into commands and words: quotes, `#` comments, backslash at the end of a line, `;` and `&&` between
/// commands, and what a pasted terminal puts in front (`$`, `user@host:~#`, `sudo`).
final class CommandText {
    /// A command.
    ///
    /// @param line where it starts, from 1
    /// @param words without prompt, `sudo` and comment; may be empty
    /// @param isPromptLike a comment that looks like a command behind a root prompt
    record Command(int line, List<Word> words, boolean isPromptLike) {
        String text() {
            return String.join(" ", words.stream().map(Word::text).toList());
        }
    }

    private static final Pattern PROMPT =
            Pattern.compile(
                    "^\\s*(?:\\[?[\\w.-]+@[\\w.-]+[^\\s$#]*(?:\\s[^\\s$#]+)?\\]?\\s?[$#%]|\\$|>)\\s+");

    private static final Pattern PROMPT_LIKE =
            Pattern.compile("^\\s*#\\s*(?:sudo\\s+)?ip\\s+\\S.*");

    private final List<Command> found = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private int start;
    private boolean isContinued;

    private CommandText() {}

    static List<Command> split(String text) {
        CommandText reader = new CommandText();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(lines[i], i + 1);
        }
        reader.end(false);
        return reader.found;
    }

    private void line(String raw, int number) {
        String line = isContinued ? raw : withoutPrompt(raw);
        boolean goesOn = line.endsWith("\\");
        if (!isContinued) {
            start = number;
        }
        isContinued = goesOn;
        scan(goesOn ? line.substring(0, line.length() - 1) : line, number);
        if (!goesOn) {
            end(words.isEmpty() && PROMPT_LIKE.matcher(line).matches());
        }
    }

    /// The prompt blanked out, so that columns stay right.
    private static String withoutPrompt(String line) {
        Matcher m = PROMPT.matcher(line);
        return m.find() ? " ".repeat(m.end()) + line.substring(m.end()) : line;
    }

    private void scan(String line, int number) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '#') {
                return;
            }
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == ';' || line.startsWith("&&", at)) {
                end(false);
                start = number;
                at += c == ';' ? 1 : 2;
            } else {
                at = word(line, at, number);
            }
        }
    }

    private int word(String line, int from, int number) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        int at = from;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean isEnd = quote == 0 && (Character.isWhitespace(c) || c == ';');
            if (isEnd) {
                break;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                text.append(c);
            }
        }
        words.add(new Word(number, from + 1, text.toString()));
        return at;
    }

    private void end(boolean isPromptLike) {
        while (!words.isEmpty() && words.getFirst().is("sudo")) {
            words.removeFirst();
        }
        if (!words.isEmpty() || isPromptLike) {
            found.add(new Command(start, List.copyOf(words), isPromptLike));
        }
        words = new ArrayList<>();
    }
}
