package io.routewright.app.ui;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Accessible;
import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.SystemClipboard;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.javafx.tk.HeaderAreaType;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/// Makes JavaFX's Headless platform good enough for drags: dragged mice carry their button, and a drag started with
/// `startDragAndDrop` turns the robot's mouse into the toolkit's own enter, over, drop and end calls. In 26.0.2 the
/// platform does neither, its drag clipboard throws, and it calls every click a popup trigger.
public final class HeadlessDnd extends SystemClipboard {
    private static @Nullable HeadlessDnd installed;

    // A clipboard whose last user closes is dropped by the toolkit.
    @SuppressWarnings("UnusedVariable")
    private static @Nullable ClipboardAssistance keep;

    private Map<String, Object> data = Map.of();
    private int source;
    private boolean isDragging;
    private @Nullable View over;
    private int accepted;

    private HeadlessDnd() {
        super(Clipboard.DND);
    }

    /// FX thread, once the toolkit runs; does nothing on another platform or a second time.
    public static void install() {
        String platform = Application.GetApplication().getClass().getName();
        if (installed != null || !platform.startsWith("com.sun.glass.ui.headless.")) {
            return;
        }
        HeadlessDnd made = new HeadlessDnd();
        installed = made;
        made.register();
        keep = new ClipboardAssistance(Clipboard.DND);
        javafx.stage.Window.getWindows()
                .addListener((ListChangeListener<javafx.stage.Window>) c -> made.wrapSoon());
        made.wrap();
    }

    @SuppressWarnings("unchecked")
    private void register() {
        try {
            Field field = Clipboard.class.getDeclaredField("clipboards");
            field.setAccessible(true);
            Map<String, Clipboard> all = (Map<String, Clipboard>) field.get(null);
            synchronized (all) {
                all.put(Clipboard.DND, this);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wrapSoon() {
        wrap();
        Platform.runLater(this::wrap);
    }

    private void wrap() {
        for (Window w : Window.getWindowsClone()) {
            View view = w.getView();
            if (view != null
                    && view.getEventHandler() != null
                    && !(view.getEventHandler() instanceof Handler)) {
                view.setEventHandler(new Handler(view.getEventHandler()));
            }
        }
    }

    @Override
    protected boolean isOwner() {
        return false;
    }

    @Override
    protected void pushTargetActionToSystem(int action) {
        // nothing outside this process
    }

    @Override
    protected Object popFromSystem(String mime) {
        return data.get(mime);
    }

    @Override
    protected int supportedSourceActionsFromSystem() {
        return source;
    }

    @Override
    protected String[] mimesFromSystem() {
        return data.keySet().toArray(String[]::new);
    }

    @Override
    protected void pushToSystem(HashMap<String, Object> pushed, int actions) {
        wrap();
        data = new HashMap<>(pushed);
        source = actions;
        over = null;
        accepted = ACTION_NONE;
        isDragging = true;
    }

    private static int call(View view, String name, int... values) {
        Class<?>[] types = new Class<?>[values.length];
        Object[] boxed = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = int.class;
            boxed[i] = values[i];
        }
        try {
            Method method = View.class.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(view, boxed) instanceof Integer i ? i : 0;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private int wanted() {
        if ((source & ACTION_MOVE) != 0) {
            return ACTION_MOVE;
        }
        return (source & ACTION_COPY) != 0 ? ACTION_COPY : source;
    }

    private void move(View view, int[] at) {
        View before = over;
        if (before != view && before != null) {
            call(before, "notifyDragLeave");
        }
        String name = before == view ? "notifyDragOver" : "notifyDragEnter";
        accepted = call(view, name, at[0], at[1], at[2], at[3], wanted());
        over = view;
    }

    private void end(View view, boolean isDropped, int[] at) {
        isDragging = false;
        View before = over;
        int done = ACTION_NONE;
        if (isDropped && accepted != ACTION_NONE) {
            done = call(view, "notifyDragDrop", at[0], at[1], at[2], at[3], wanted());
        } else if (before != null) {
            call(before, "notifyDragLeave");
        }
        over = null;
        call(view, "notifyDragEnd", done);
        data = Map.of();
    }

    /// Sits between the robot and the toolkit.
    private final class Handler extends View.EventHandler {
        private final View.EventHandler next;
        private int held;

        Handler(View.EventHandler next) {
            this.next = next;
        }

        private static int bit(int button) {
            return switch (button) {
                case MouseEvent.BUTTON_LEFT -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
                case MouseEvent.BUTTON_RIGHT -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
                case MouseEvent.BUTTON_OTHER -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
                default -> 0;
            };
        }

        @Override
        public void handleMouseEvent(
                View view,
                long time,
                int type,
                int button,
                int x,
                int y,
                int xAbs,
                int yAbs,
                int modifiers,
                boolean isPopupTrigger,
                boolean isSynthesized) {
            held = type == MouseEvent.DOWN ? held | bit(button) : held;
            held = type == MouseEvent.UP ? held & ~bit(button) : held;
            int[] at = {x, y, xAbs, yAbs};
            if (!isDragging) {
                int mods = type == MouseEvent.DRAG ? modifiers | held : modifiers;
                next.handleMouseEvent(
                        view,
                        time,
                        type,
                        button,
                        x,
                        y,
                        xAbs,
                        yAbs,
                        mods,
                        button == MouseEvent.BUTTON_RIGHT && isPopupTrigger,
                        isSynthesized);
            } else if (type == MouseEvent.DRAG || type == MouseEvent.MOVE) {
                move(view, at);
            } else if (type == MouseEvent.UP) {
                move(view, at);
                end(view, true, at);
            }
        }

        @Override
        public boolean handleKeyEvent(
                View view, long time, int type, int code, char[] chars, int modifiers) {
            if (!isDragging) {
                return next.handleKeyEvent(view, time, type, code, chars, modifiers);
            }
            if (type == KeyEvent.PRESS && code == KeyEvent.VK_ESCAPE) {
                end(view, false, new int[4]);
            }
            return true;
        }

        @Override
        public void handleViewEvent(View view, long time, int type) {
            next.handleViewEvent(view, time, type);
        }

        @Override
        public boolean handleMenuEvent(
                View view, int x, int y, int xAbs, int yAbs, boolean isKeyboard) {
            return next.handleMenuEvent(view, x, y, xAbs, yAbs, isKeyboard);
        }

        @Override
        public void handleScrollEvent(
                View view,
                long time,
                int x,
                int y,
                int xAbs,
                int yAbs,
                double dx,
                double dy,
                int modifiers,
                int lines,
                int chars,
                int defaultLines,
                int defaultChars,
                double xMultiplier,
                double yMultiplier) {
            next.handleScrollEvent(
                    view,
                    time,
                    x,
                    y,
                    xAbs,
                    yAbs,
                    dx,
                    dy,
                    modifiers,
                    lines,
                    chars,
                    defaultLines,
                    defaultChars,
                    xMultiplier,
                    yMultiplier);
        }

        @Override
        public void handleInputMethodEvent(
                long time,
                String text,
                int[] clauses,
                int[] attributes,
                byte[] values,
                int committed,
                int caret) {
            next.handleInputMethodEvent(time, text, clauses, attributes, values, committed, caret);
        }

        @Override
        public double[] getInputMethodCandidatePos(int offset) {
            return next.getInputMethodCandidatePos(offset);
        }

        @Override
        public void handleDragStart(
                View view, int button, int x, int y, int xAbs, int yAbs, ClipboardAssistance c) {
            next.handleDragStart(view, button, x, y, xAbs, yAbs, c);
        }

        @Override
        public void handleDragEnd(View view, int action) {
            next.handleDragEnd(view, action);
        }

        @Override
        public int handleDragEnter(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance c) {
            return next.handleDragEnter(view, x, y, xAbs, yAbs, action, c);
        }

        @Override
        public int handleDragOver(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance c) {
            return next.handleDragOver(view, x, y, xAbs, yAbs, action, c);
        }

        @Override
        public void handleDragLeave(View view, ClipboardAssistance c) {
            next.handleDragLeave(view, c);
        }

        @Override
        public int handleDragDrop(
                View view, int x, int y, int xAbs, int yAbs, int action, ClipboardAssistance c) {
            return next.handleDragDrop(view, x, y, xAbs, yAbs, action, c);
        }

        @Override
        public HeaderAreaType pickHeaderArea(double x, double y) {
            return next.pickHeaderArea(x, y);
        }

        @Override
        public Accessible getSceneAccessible() {
            return next.getSceneAccessible();
        }
    }
}
