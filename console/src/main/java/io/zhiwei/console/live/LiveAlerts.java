package io.zhiwei.console.live;

import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.AlertViews;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.health.Health;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open lists, each with its filter, and the alerts that slide into them. */
public final class LiveAlerts {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveAlerts.class);
    private static final long NEVER = 0L;

    private final RowRenderer rows;
    private volatile Health health = Health.GOOD;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final MessageReader<Alert> reader = MessageReader.specific(Alert.getClassSchema());

    /** Renders rows with the template of the list. */
    public LiveAlerts(RowRenderer rows) {
        this.rows = rows;
    }

    private record Viewer(SseEmitter stream, Scope scope, AlertQuery query, Locale locale) {}

    /** Opens a stream of rows that a filter lets through, and of signs that one was hidden. */
    public SseEmitter open(Scope scope, AlertQuery query, Locale locale) {
        SseEmitter stream = new SseEmitter(NEVER);
        Viewer viewer = new Viewer(stream, scope, query, locale);
        stream.onCompletion(() -> viewers.remove(viewer));
        stream.onError(e -> viewers.remove(viewer));
        viewers.add(viewer);
        send(viewer, SseEmitter.event().comment("open"));
        send(viewer, health());
        return stream;
    }

    /** Shows a message of the topic to every open list. Called by one thread. */
    public void accept(byte[] message) {
        try {
            AlertView alert = AlertViews.of(reader.read(message));
            viewers.stream().filter(viewer -> viewer.scope().allows(alert)).forEach(viewer -> show(viewer, alert));
        } catch (RefusedMessageException e) {
            LOGGER.atWarn().addKeyValue("reason", e.getMessage()).log("A message is no alert");
        }
    }

    /** Tells every open list which servers answer. */
    public void tell(Health now) {
        health = now;
        viewers.forEach(viewer -> send(viewer, health()));
    }

    private SseEmitter.SseEventBuilder health() {
        return SseEmitter.event()
                .name("health")
                .data((health.elasticsearch() ? "" : "elasticsearch ") + (health.kafka() ? "" : "kafka"));
    }

    /** Keeps connections open that nothing was sent on, and notices those that have gone. */
    public void beat() {
        viewers.forEach(viewer -> send(viewer, SseEmitter.event().comment("beat")));
    }

    private void show(Viewer viewer, AlertView alert) {
        SseEmitter.SseEventBuilder event = viewer.query().matches(alert)
                ? SseEmitter.event().name("alert").data(rows.render(alert, viewer.locale()))
                : SseEmitter.event().name("hidden").data(alert.alertId());
        send(viewer, event);
    }

    private void send(Viewer viewer, SseEmitter.SseEventBuilder event) {
        try {
            viewer.stream().send(event);
        } catch (IOException | IllegalStateException e) {
            // The reader has gone.
            viewers.remove(viewer);
        }
    }
}
