package io.routewright.app.shell;

import io.routewright.app.feed.FrameFeed;
import io.routewright.app.feed.Health;
import io.routewright.app.ipcommand.IpParser;
import io.routewright.app.session.Connection;
import io.routewright.app.session.Session;
import io.routewright.app.staging.Staging;
import io.routewright.app.store.Snapshot;
import io.routewright.app.text.Strings;
import io.routewright.app.theme.Hues;
import io.routewright.netlink.Link;
import io.routewright.netlink.RtnetlinkObject;
import io.routewright.protocol.Operation;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The window's content: title bar, navigation, the screen in front, inspector, staged changes, status line; palette and toast
/// above them. FX thread only. The screens are made by the caller from the workspace, so the shell knows none of them.
public final class MainWindow extends StackPane implements Navigator {
    /// Below this width the inspector gives way to the screen.
    private static final double ROOM_FOR_INSPECTOR = 1100;

    private static final Strings TEXT = new Strings(MainWindow.class);

    /// What the window is built from.
    ///
    /// @param health how well the store follows the kernel
    /// @param openSandbox leaves this site for the sandbox
    public record Parts(
            FrameFeed feed,
            Staging staging,
            Session session,
            Supplier<Health> health,
            Clock clock,
            Runnable openSandbox) {}

    private final Workspace workspace;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final StackPane front = new StackPane();
    private final BorderPane center = new BorderPane();
    private final NavBar nav;
    private final TitleBar title;
    private final ConnectionBanner banner;
    private final StatusLine status;
    private final Inspector inspector;
    private final StagedDrawer drawer;
    private final FirstRun firstRun;
    private final CommandPalette palette;
    private final Applying applying;
    private final Pasting pasting;
    private final Toast toast = new Toast();
    private final Map<String, Optional<RtnetlinkObject>> selections = new LinkedHashMap<>();
    private @Nullable Screen current;
    private Optional<Boolean> inspectorChoice = Optional.empty();

    public MainWindow(Parts parts, Function<Workspace, List<Screen>> rooms) {
        workspace =
                new Workspace(
                        parts.feed(),
                        parts.staging(),
                        new Selection(),
                        this,
                        parts.session(),
                        new Outcomes());
        rooms.apply(workspace).forEach(s -> screens.put(s.id(), s));
        applying = new Applying(workspace, toast::show);
        pasting = new Pasting(workspace);
        nav = new NavBar(List.copyOf(screens.keySet()), this::goTo);
        title = new TitleBar(parts.session().siteName(), this::openPalette);
        banner = new ConnectionBanner(parts.clock());
        status = new StatusLine(parts.health(), parts.clock());
        inspector = new Inspector(workspace);
        drawer = new StagedDrawer(workspace, applying::review, pasting::open);
        firstRun =
                new FirstRun(
                        parts.session().siteName(), parts.openSandbox(), parts.session()::resync);
        PaletteEntries entries = new PaletteEntries(workspace, new ShellActs(this).entries());
        palette = new CommandPalette(entries::all);
        palette.setOnClosed(this::focusScreen);
        build();
        parts.feed().subscribe(this::show);
        parts.feed().subscribeConnection(this::show);
        parts.staging().subscribe(workspace.outcomes()::clear);
        screens.keySet().stream().findFirst().ifPresent(this::goTo);
    }

    private void build() {
        getStyleClass().add("shell");
        center.setCenter(front);
        center.setRight(inspector);
        BorderPane work = new BorderPane(center);
        work.setBottom(drawer);
        BorderPane frame = new BorderPane(work);
        frame.setTop(new VBox(title, banner));
        frame.setLeft(nav);
        frame.setBottom(status);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setMargin(toast, new javafx.geometry.Insets(0, 0, 48, 0));
        getChildren().addAll(frame, toast, palette);
        widthProperty().subscribe(w -> showInspector());
    }

    private void show(Snapshot snapshot) {
        Hues.knowVrfs(snapshot.links().vrfs().stream().map(Link::name).toList());
        Hues.knowLinks(snapshot.links().all().stream().map(Link::name).toList());
        title.show(snapshot);
        nav.show(snapshot);
        status.show(snapshot);
        showFront();
    }

    private void show(Connection connection) {
        title.show(connection);
        status.show(connection);
        banner.show(connection, hasState());
        banner.setVisible(banner.isVisible() && hasState());
        banner.setManaged(banner.isVisible());
        firstRun.show(connection);
        showFront();
    }

    private boolean hasState() {
        return workspace.feed().latest().generation() > 0;
    }

    private void showFront() {
        Node wanted = current == null || !hasState() ? firstRun : current.view();
        if (front.getChildren().isEmpty() || front.getChildren().getFirst() != wanted) {
            front.getChildren().setAll(wanted);
            focusScreen();
        }
        showInspector();
    }

    private void showInspector() {
        boolean isShown =
                hasState()
                        && inspectorChoice.orElse(
                                getWidth() == 0 || getWidth() >= ROOM_FOR_INSPECTOR);
        inspector.setVisible(isShown);
        inspector.setManaged(isShown);
    }

    private void focusScreen() {
        if (current != null && hasState() && getScene() != null) {
            current.shown();
        }
    }

    @Override
    public void goTo(String screenId) {
        Screen screen = screens.get(screenId);
        if (screen != null && screen != current) {
            remember();
            current = screen;
            recall(screenId);
            nav.select(screenId);
            showFront();
        }
    }

    /// Each screen has its own selection: the inspector always shows one of the screen in front.
    private void remember() {
        Screen left = current;
        if (left != null) {
            selections.put(left.id(), workspace.selection().object());
        }
    }

    private void recall(String screenId) {
        Optional<RtnetlinkObject> known = selections.getOrDefault(screenId, Optional.empty());
        known.ifPresentOrElse(workspace.selection()::select, workspace.selection()::clear);
    }

    /// Goes to the screen at that place in the navigation, counted from 1.
    void goTo(int number) {
        screens.keySet().stream().skip(number - 1L).findFirst().ifPresent(this::goTo);
    }

    @Override
    public void reveal(RtnetlinkObject object) {
        for (Screen screen : screens.values()) {
            if (screen.reveal(object)) {
                goTo(screen.id());
                break;
            }
        }
        workspace.selection().select(object);
    }

    @Override
    public void showRoutes(String filter) {
        goTo("routes");
        Screen routes = screens.get("routes");
        if (routes != null) {
            routes.filter(filter);
        }
    }

    @Override
    public void tell(String sentence, boolean isWarning) {
        status.tell(sentence, isWarning);
    }

    @Override
    public Window window() {
        return getScene().getWindow();
    }

    /// What the screens were built with.
    public Workspace workspace() {
        return workspace;
    }

    /// The screens in the order of the navigation.
    public List<Screen> screens() {
        return List.copyOf(screens.values());
    }

    Optional<Screen> current() {
        return Optional.ofNullable(current);
    }

    void openPalette() {
        palette.open();
    }

    void closePalette() {
        palette.close();
    }

    Applying applying() {
        return applying;
    }

    Pasting pasting() {
        return pasting;
    }

    /// The shell's own dialogs, for pictures.
    List<Gallery.Shot> showcase() {
        return List.of(
                new Gallery.Shot("review", this::reviewView),
                new Gallery.Shot("paste", () -> pasting.view(TEXT.get("paste.example"))),
                new Gallery.Shot("first-run", this::firstRunView));
    }

    private Review reviewView() {
        List<Operation> operations =
                IpParser.parse(TEXT.get("review.example"), workspace.feed().latest()).operations();
        return applying.view(StagedFacts.of(operations, workspace.feed().latest()));
    }

    private FirstRun firstRunView() {
        FirstRun made = new FirstRun(workspace.session().siteName(), () -> {}, () -> {});
        made.show(new Connection.Lost(TEXT.get("first.example"), 1));
        return made;
    }

    void toggleInspector() {
        inspectorChoice = Optional.of(!inspector.isVisible());
        showInspector();
    }
}
