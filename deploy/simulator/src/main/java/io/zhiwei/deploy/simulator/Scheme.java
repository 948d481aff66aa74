package io.zhiwei.deploy.simulator;

import java.util.ArrayList;
import java.util.List;

/** What is true: one violation, by whom, and the events that show it. Written by the simulator alone. */
public final class Scheme {

    private final String id;
    private final String model;
    private final String kind;
    private final String subjectKind;
    private final String subject;
    private final List<String> events = new ArrayList<>();

    Scheme(String id, String model, String kind, String subjectKind, String subject) {
        this.id = id;
        this.model = model;
        this.kind = kind;
        this.subjectKind = subjectKind;
        this.subject = subject;
    }

    void add(String eventId) {
        events.add(eventId);
    }

    /** Returns its identifier. */
    public String id() {
        return id;
    }

    /** Returns the family of violations, named like the model that should see it. */
    public String model() {
        return model;
    }

    /** Returns the kind of violation, an indicator's id in the specification. */
    public String kind() {
        return kind;
    }

    /** Returns what kind of entity does it. */
    public String subjectKind() {
        return subjectKind;
    }

    /** Returns which entity does it. */
    public String subject() {
        return subject;
    }

    /** Returns the identifiers of the events that show it. */
    public List<String> events() {
        return List.copyOf(events);
    }
}
