package io.routewright.app.cli;

import io.routewright.app.ipcommand.IpParser;
import io.routewright.app.ipcommand.ParseError;
import io.routewright.app.ipcommand.Parsed;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file of `plan` and `apply`; `-` is standard input.
///
/// @param name as given
/// @param text what stands in it
record CommandFile(String name, String text) {
    private static final Strings STRINGS = new Strings(CommandFile.class);

    static CommandFile read(String name) throws Failure {
        try {
            byte[] raw =
                    name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return new CommandFile(name, decoded(raw));
        } catch (NoSuchFileException e) {
            throw Failure.badInput(STRINGS.get("file.missing", name));
        } catch (CharacterCodingException e) {
            throw Failure.badInput(STRINGS.get("file.notText", name));
        } catch (IOException e) {
            throw Failure.badInput(
                    STRINGS.get("file.unreadable", name, String.valueOf(e.getMessage())));
        }
    }

    private static String decoded(byte[] raw) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    }

    /// What the file means on that host.
    Parsed parsed(Snapshot truth) {
        return IpParser.parse(text, truth);
    }

    /// Names every line that was not understood, one per line of `err`.
    static void complain(Parsed parsed, PrintWriter err) {
        for (ParseError error : parsed.errors()) {
            err.println(STRINGS.get("file.error", error.toString()));
        }
        err.flush();
    }
}
