package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Profile;
import io.zhiwei.models.assessment.Subject;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Exemption;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.keyed.Carrier;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.CompiledIndicator.Conditional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Screens events with one model. Keeps the facts of the event at hand, so each thread needs its own. */
public final class Screener {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CompiledModel compiled;
    private final Facts facts;
    private final SignFinder signs;

    private Screener(CompiledModel compiled, Registry registry) {
        this.compiled = compiled;
        this.facts = compiled.vocabulary().newFacts();
        this.signs = new SignFinder(compiled);
        compiled.fields().leave(facts);
        compiled.lookups().forEach(lookup -> lookup.leave(facts, registry));
        compiled.keys().forEach((word, cases) -> facts.leave(word, new LaterDerived(cases, facts)));
        compiled.derived().forEach((word, cases) -> facts.leave(word, new LaterDerived(cases, facts)));
    }

    /** A derived value, computed when a condition asks for it. */
    private static final class LaterDerived extends Facts.Later {
        private final List<Conditional<Expression>> cases;
        private final Facts facts;

        LaterDerived(List<Conditional<Expression>> cases, Facts facts) {
            this.cases = cases;
            this.facts = facts;
        }

        @Override
        protected @Nullable Object value() {
            Expression expression = Conditional.first(cases, facts);
            return expression == null ? null : expression.value(facts);
        }
    }

    /**
     * Compiles a model against the schema of its events.
     *
     * @throws DefinitionException with file and line of everything that does not fit
     */
    public static Screener of(Model model, Schema schema) {
        return of(model, model.stream(), schema, new Registry());
    }

    /**
     * Compiles a model for one of its streams.
     *
     * @param topic the stream
     * @param schema schema of its events
     * @param registry where records are looked up; what comes in later is seen by later events
     * @throws DefinitionException with file and line of everything that does not fit
     */
    public static Screener of(Model model, String topic, Schema schema, Registry registry) {
        Model view = model.view(topic)
                .orElseThrow(() -> new IllegalArgumentException(model.id() + " does not read " + topic));
        return new Screener(new ModelCompiler(view, schema).compile(), registry);
    }

    /** Returns the time of an event. */
    public Instant time(IndexedRecord event) {
        return compiled.parts().time(event);
    }

    /** Returns the region of an event, empty where it is unknown. */
    public String region(IndexedRecord event) {
        String region = compiled.parts().region(event);
        return region == null ? "" : region;
    }

    /** Returns what the model makes of an event. */
    public Screening screen(IndexedRecord event) {
        EventParts parts = compiled.parts();
        EventRef reference = parts.reference(event);
        facts.clear();
        compiled.fields().read(event, facts);
        for (LookupReading lookup : compiled.lookups()) {
            lookup.read(event, reference.time());
        }
        compiled.text().read(event, facts);
        readNumbers(event);
        if (compiled.applies() != null && !compiled.applies().holds(facts)) {
            return nothing(reference);
        }
        List<Finding> found = signs.find(reference, facts);
        List<FeedReading> visited = visited(found);
        if (found.isEmpty() && visited.isEmpty()) {
            return nothing(reference);
        }
        List<String> reasons = new ArrayList<>();
        List<Finding> kept = exempt(found, reasons);
        Findings own = own(event, reference, reasons);
        return new Screening(bySubject(event, own, kept), visits(event, own, visited, kept));
    }

    private Findings own(IndexedRecord event, EventRef reference, List<String> reasons) {
        List<String> factors = new ArrayList<>();
        double multiplier = multiplier(factors);
        return new Findings(
                compiled.model().id(),
                compiled.model().version(),
                compiled.parts().subject("", event, compiled.text().normal()),
                reference,
                compiled.parts().profile(event, agency()),
                multiplier,
                factors,
                reasons,
                List.of());
    }

    /** The event does not concern the model: whom it is about is not asked. */
    private Screening nothing(EventRef reference) {
        Findings none = new Findings(
                compiled.model().id(),
                compiled.model().version(),
                new Subject("", "", ""),
                reference,
                new Profile("", "", "", Map.of()),
                1,
                List.of(),
                List.of(),
                List.of());
        return new Screening(List.of(none), List.of());
    }

    private List<Findings> bySubject(IndexedRecord event, Findings own, List<Finding> kept) {
        List<Findings> result = new ArrayList<>(1);
        for (String subject : compiled.parts().subjects()) {
            List<Finding> about = kept.stream()
                    .filter(finding -> subjectOf(finding.indicatorId()).equals(subject))
                    .toList();
            if (subject.isEmpty() || !about.isEmpty()) {
                result.add(about(subject, event, own).with(about));
            }
        }
        return result;
    }

    private Findings about(String subject, IndexedRecord event, Findings own) {
        return subject.isEmpty()
                ? own
                : own.about(
                        compiled.parts().subject(subject, event, compiled.text().normal()));
    }

    private String subjectOf(String indicatorId) {
        return compiled.model().indicator(indicatorId).map(Indicator::subject).orElse("");
    }

    /** Returns the feeds that the event concerns; those beside a sign only where something was found. */
    private List<FeedReading> visited(List<Finding> found) {
        List<FeedReading> visited = new ArrayList<>();
        for (FeedReading feed : compiled.feeds()) {
            if ((!feed.feed().beside() || !found.isEmpty()) && feed.concerns(facts)) {
                visited.add(feed);
            }
        }
        return visited;
    }

    private List<Visit> visits(IndexedRecord event, Findings own, List<FeedReading> visited, List<Finding> kept) {
        List<Visit> visits = new ArrayList<>();
        Map<String, Carrier> carriers = new HashMap<>();
        for (FeedReading feed : visited) {
            boolean beside = feed.feed().beside();
            if (!beside || kept.stream().anyMatch(this::isSign)) {
                Carrier carrier = feed.feed().joins() ? null : carrier(feed, event, own, carriers);
                feed.addVisits(event, compiled.text().normal(), facts, own.event(), carrier, visits);
            }
        }
        return visits;
    }

    /** Packs the event once for all feeds whose indicators are about the same. */
    private Carrier carrier(FeedReading feed, IndexedRecord event, Findings own, Map<String, Carrier> packed) {
        String subject = feed.indicator().subject();
        // What the screening found and shows is on its way already; here it would only fill the state.
        boolean bare = feed.feed().beside() || feed.feed().daily();
        return packed.computeIfAbsent(bare ? subject + " bare" : subject, one -> {
            Findings about = about(subject, event, own);
            return Carrier.of(bare ? about.bare() : about);
        });
    }

    private void readNumbers(IndexedRecord event) {
        EventParts parts = compiled.parts();
        if (compiled.numbers().isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(parts.time(event), ZONE);
        String text = compiled.text().normal().original();
        for (NumberReading reading : compiled.numbers()) {
            reading.read(event, text, day, parts.category(event), parts.medium(event), facts);
        }
    }

    /** Takes away what a look-alike explains; a finding that keeps nothing goes. */
    private List<Finding> exempt(List<Finding> found, List<String> reasons) {
        if (found.isEmpty()) {
            return found;
        }
        List<Finding> kept = found;
        for (Map.Entry<Exemption, Expression> entry : compiled.exemptions().entrySet()) {
            if (entry.getValue().holds(facts)) {
                kept = exempt(kept, entry.getKey(), reasons);
            }
        }
        return kept;
    }

    private static List<Finding> exempt(List<Finding> findings, Exemption exemption, List<String> reasons) {
        List<Finding> kept = new ArrayList<>(findings.size());
        boolean touched = false;
        for (Finding finding : findings) {
            boolean concerned =
                    exemption.indicators().isEmpty() || exemption.indicators().contains(finding.indicatorId());
            touched |= concerned;
            if (!concerned) {
                kept.add(finding);
            } else if (exemption.keep() > 0) {
                kept.add(finding.withConfidence(finding.confidence() * exemption.keep()));
            }
        }
        if (touched) {
            reasons.add(exemption.id() + ": " + exemption.reason());
        }
        return kept;
    }

    private double multiplier(List<String> applied) {
        double product = 1;
        for (Map.Entry<String, List<Conditional<Double>>> factor :
                compiled.factors().entrySet()) {
            Double multiplier = Conditional.first(factor.getValue(), facts);
            if (multiplier != null && multiplier != 1) {
                product *= multiplier;
                applied.add(factor.getKey());
            }
        }
        return Math.min(product, compiled.model().factorCap());
    }

    private String agency() {
        @Nullable String agency = Conditional.first(compiled.agencies(), facts);
        return agency == null ? compiled.model().otherwiseAgency() : agency;
    }

    private boolean isSign(Finding finding) {
        return compiled.model()
                .indicator(finding.indicatorId())
                .map(indicator -> indicator.role() == Indicator.Role.SIGN)
                .orElse(false);
    }
}
