package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.screening.Screener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Runs a model over single events as the stream would, without the stream: what keeps state across events stays silent. */
public final class Trial {

    private final Model model;
    private final Screener screener;
    private final Assessor assessor;

    /** Compiles the model for the events of a schema. */
    public Trial(Model model, Schema schema, Regions regions) {
        this.model = model;
        this.screener = Screener.of(model, schema);
        this.assessor = Assessor.of(model, regions);
    }

    /**
     * A labelled event.
     *
     * @param name where it stands
     * @param violating its label
     * @param text what it says, for the reader
     * @param event the event
     */
    public record LabelledEvent(String name, boolean violating, String text, IndexedRecord event) {}

    /** Returns what the model makes of one event. */
    public Episode assess(IndexedRecord event) {
        return assessor.absorb(null, screener.screen(event).own(), Instant.EPOCH.plusSeconds(1));
    }

    /** Returns how the model does on labelled events. */
    public Evaluation evaluate(List<LabelledEvent> events) {
        int[] counts = new int[4];
        List<Outcome> wrong = new ArrayList<>();
        for (LabelledEvent labelled : events) {
            Outcome outcome = outcome(labelled);
            counts[(outcome.alarmed() ? 0 : 2) + (outcome.wrong() ? 1 : 0)]++;
            if (outcome.wrong()) {
                wrong.add(outcome);
            }
        }
        return new Evaluation(model.id(), counts[0], counts[1], counts[3], counts[2], wrong);
    }

    /** Returns what the model makes of one labelled event. */
    public Outcome outcome(LabelledEvent labelled) {
        return new Outcome(labelled.name(), labelled.violating(), labelled.text(), assess(labelled.event()));
    }
}
