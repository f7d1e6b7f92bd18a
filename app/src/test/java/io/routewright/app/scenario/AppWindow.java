package io.routewright.app.scenario;

/// stub
final class AppWindow implements AutoCloseable {
    static AppWindow open(String site) {
        throw new UnsupportedOperationException(site);
    }

    String picture(String name) {
        return name;
    }

    @Override
    public void close() {}
}
