package io.routewright.app.ipcommand;

import io.routewright.app.text.KernelWords;

import java.util.Locale;
import java.util.Optional;

/// Numbers as `ip` reads them: C notation, so that `010` is 8.
final class Numbers {
    static final long U32 = 0xffff_ffffL;

    private Numbers() {}

    static long u32(Words words, String key) throws SyntaxException {
        return upTo(words, key, U32);
    }

    static long upTo(Words words, String key, long largest) throws SyntaxException {
        Word w = words.next(key);
        return parse(w, w.text(), key, largest);
    }

    /// A number that is a part of the word `at`.
    static long parse(Word at, String text, String key, long largest) throws SyntaxException {
        Optional<Long> value = KernelWords.unsigned(text, largest);
        if (value.isEmpty()) {
            throw SyntaxException.at(at, "", "number", key, text, Long.toString(largest));
        }
        return value.get();
    }

    /// `N` or `N/MASK`.
    record Masked(long value, Optional<Long> mask) {}

    static Masked masked(Words words, String key, long largest) throws SyntaxException {
        Word w = words.next(key);
        int slash = w.text().indexOf('/');
        if (slash < 0) {
            return new Masked(parse(w, w.text(), key, largest), Optional.empty());
        }
        long value = parse(w, w.text().substring(0, slash), key, largest);
        long mask = parse(w, w.text().substring(slash + 1), key, largest);
        return new Masked(value, Optional.of(mask));
    }

    /// A time of a route metric: a plain number is the raw value, one with `s` or `ms` is in milliseconds times
    /// `factor`; a part of a millisecond rounds up (iproute2, get_time_rtt).
    static long time(Words words, String key, int factor) throws SyntaxException {
        Word w = words.next(key);
        String unit = w.text().replaceFirst("^[0-9a-fA-FxX.]*", "");
        String digits = w.text().substring(0, w.text().length() - unit.length());
        int scale =
                switch (unit.toLowerCase(Locale.ROOT)) {
                    case "" -> 1;
                    case "s", "sec", "secs" -> 1000;
                    case "ms", "msec", "msecs" -> 1;
                    default -> 0;
                };
        boolean isDecimal = digits.matches("\\d+\\.\\d*|\\.\\d+");
        if (scale == 0 || (!isDecimal && KernelWords.unsigned(digits, U32).isEmpty())) {
            throw SyntaxException.at(w, Texts.fix("time"), "time", key, w.text());
        }
        double number =
                isDecimal
                        ? Double.parseDouble(digits)
                        : KernelWords.unsigned(digits, U32).orElseThrow().doubleValue();
        long value = (long) Math.ceil(number * scale);
        return unit.isEmpty() ? value : value * factor;
    }
}
