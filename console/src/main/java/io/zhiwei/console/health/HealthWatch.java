package io.zhiwei.console.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every two seconds whether the servers answer, and tells when that changes. */
@Component
public final class HealthWatch {

    private final HealthProbe probe;
    private final List<Consumer<Health>> listeners = new CopyOnWriteArrayList<>();
    private volatile Health latest = Health.GOOD;

    /** Looks through a probe. */
    public HealthWatch(HealthProbe probe) {
        this.probe = probe;
    }

    /** Tells a listener of every change from now on, on the thread that looks. */
    public void onChange(Consumer<Health> listener) {
        listeners.add(listener);
    }

    /** Returns what the last look saw; at first that all is well. */
    public Health latest() {
        return latest;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        Health now = probe.look();
        if (!now.equals(latest)) {
            latest = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }
}
