package io.routewright.app.cli;

import io.routewright.app.feed.LiveSite;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Site;
import io.routewright.app.text.Strings;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

/// `--site`, for every command that talks to a helper: `@Mixin SiteOption site`.
public final class SiteOption {
    /// Shorter: a sandbox on a slow machine is given up; longer: a helper that hangs keeps a script waiting.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--site",
            paramLabel = "SITE",
            descriptionKey = "site",
            converter = Converter.class)
    private Site site = Site.INSTALLED;

    /// The site asked for; the installed helper's by default.
    public Site site() {
        return site;
    }

    /// The site, connected, with everything read once; the caller closes it.
    ///
    /// @throws Failure the helper cannot be reached or refuses
    public LiveSite open() throws Failure, InterruptedException {
        return open(site);
    }

    static LiveSite open(Site site) throws Failure, InterruptedException {
        LiveSite live = LiveSite.open(site);
        Connection found = live.awaitFirst(PATIENCE);
        if (found instanceof Connection.Live) {
            return live;
        }
        live.close();
        throw Failure.refused(why(found, site));
    }

    private static String why(Connection found, Site site) {
        return switch (found) {
            case Connection.Lost lost -> lost.reason();
            case Connection.Refused refused -> refused.reason();
            case Connection.Connecting c -> silent(site);
            case Connection.Live l -> silent(site);
        };
    }

    private static String silent(Site site) {
        return new Strings(SiteOption.class).get("silent", site.text(), PATIENCE.toSeconds());
    }

    /// Text to site.
    static final class Converter implements ITypeConverter<Site> {
        @Override
        public Site convert(String text) {
            return Site.parse(text)
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    new Strings(SiteOption.class).get("notASite", text)));
        }
    }
}
