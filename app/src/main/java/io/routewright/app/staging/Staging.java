package io.routewright.app.staging;

import io.routewright.protocol.ChangeSet;
import io.routewright.protocol.Operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/// The changes the admin intends but has not applied. Confined to one thread (the FX thread in the window).
///
/// Each call of `stage` is one act and one step of undo. Acts on the same object fold into its net change.
public final class Staging {
    private final List<Runnable> listeners = new ArrayList<>();
    private final Deque<List<Operation>> undo = new ArrayDeque<>();
    private final Deque<List<Operation>> redo = new ArrayDeque<>();
    private List<Operation> operations = List.of();

    /// Adds one act.
    public void stage(List<Operation> act) {
        replaceWith(Folding.fold(operations, act));
    }

    /// Adds one act of a single operation.
    public void stage(Operation operation) {
        stage(List.of(operation));
    }

    /// Takes one net operation back out; a step of undo like any other.
    public void drop(Operation operation) {
        List<Operation> next = new ArrayList<>(operations);
        next.remove(operation);
        replaceWith(next);
    }

    /// Takes everything out; can be undone.
    public void discard() {
        replaceWith(List.of());
    }

    /// Forgets everything, after it was applied; cannot be undone.
    public void clear() {
        undo.clear();
        redo.clear();
        operations = List.of();
        tell();
    }

    private void replaceWith(List<Operation> next) {
        undo.push(operations);
        redo.clear();
        operations = List.copyOf(next);
        tell();
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /// Back by one act; does nothing at the start.
    public void undo() {
        step(undo, redo);
    }

    /// Forward by one act; does nothing at the end.
    public void redo() {
        step(redo, undo);
    }

    private void step(Deque<List<Operation>> from, Deque<List<Operation>> to) {
        if (!from.isEmpty()) {
            to.push(operations);
            operations = from.pop();
            tell();
        }
    }

    /// The net changes in the order they were first staged.
    public List<Operation> operations() {
        return operations;
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /// Everything staged, ready to be sent.
    public ChangeSet toChangeSet(String comment) {
        return new ChangeSet(UUID.randomUUID().toString(), comment, operations);
    }

    /// Calls `listener` after each change until the returned handle is run.
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
