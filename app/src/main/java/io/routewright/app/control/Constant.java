package io.routewright.app.control;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// A value that never changes, without the listeners a property keeps.
record Constant<T>(T value) implements ObservableValue<T> {
    @Override
    public T getValue() {
        return value;
    }

    @Override
    public void addListener(ChangeListener<? super T> listener) {
        // never called
    }

    @Override
    public void removeListener(ChangeListener<? super T> listener) {
        // never added
    }

    @Override
    public void addListener(InvalidationListener listener) {
        // never called
    }

    @Override
    public void removeListener(InvalidationListener listener) {
        // never added
    }
}
