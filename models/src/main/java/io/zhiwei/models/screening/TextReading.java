package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.classifier.Artifact;
import io.zhiwei.models.measure.classifier.TextClassifier;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.measure.lexicon.Hit;
import io.zhiwei.models.measure.lexicon.Lexicon;
import io.zhiwei.models.measure.lexicon.LexiconDefinition;
import io.zhiwei.models.measure.lexicon.LexiconScan;
import io.zhiwei.models.measure.lexicon.LexiconScanner;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.SuspectedDisguise;
import io.zhiwei.models.text.SuspectedDisguise.Suspicion;
import io.zhiwei.models.text.TextNormaliser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Reads the text of an event: normal form, lexicon and classifier. Holds the event at hand. */
final class TextReading {

    /** Word of the expressions: whether the spelling hides something. */
    static final String EVADED = "text.evaded";

    /** Word of the expressions: whether something may be a word in disguise; looked for only beside other findings. */
    static final String SUSPECTED = "text.suspected";

    private final List<String> fields;
    private final int[] positions;
    private final TextNormaliser normaliser;
    private final @Nullable SuspectedDisguise disguises;
    private final @Nullable LexiconScanner scanner;
    private final @Nullable TextClassifier classifier;
    private final List<String> claims;
    /** Words of the expressions, by the claims' places. */
    private final Vocabulary.Word[] claimWords;
    /** Words of what claims say in numbers, by the claims' places; null where a claim has no number. */
    private final Vocabulary.@Nullable Word[] valueWords;

    private final Vocabulary.Word length;
    private final Vocabulary.Word evaded;
    private final Vocabulary.Word suspected;
    private final Vocabulary.Word learned;
    private EventText source;
    private NormalText normal;
    private @Nullable LexiconScan scan;
    private double probability;
    /** The normal form without what the law prescribes. */
    private String own = "";

    private TextReading(
            List<String> fields,
            int[] positions,
            @Nullable Lexicon lexicon,
            @Nullable SuspectedDisguise disguises,
            @Nullable TextClassifier classifier,
            Vocabulary vocabulary) {
        this.fields = fields;
        this.positions = positions;
        this.scanner = lexicon == null ? null : lexicon.newScanner();
        this.disguises = disguises;
        this.classifier = classifier;
        this.normaliser = ModelText.normaliser(lexicon);
        this.length = vocabulary.add("text.length", ValueType.WHOLE);
        this.evaded = vocabulary.add(EVADED, ValueType.FLAG);
        this.suspected = vocabulary.add(SUSPECTED, ValueType.FLAG);
        this.learned = vocabulary.add("text.learned", ValueType.NUMBER);
        this.claims = lexicon == null ? List.of() : lexicon.claims();
        this.claimWords = claims.stream()
                .map(claim -> vocabulary.add("claims." + claim, ValueType.FLAG))
                .toArray(Vocabulary.Word[]::new);
        this.valueWords = claims.stream()
                .map(claim -> lexicon != null && lexicon.measures(claim)
                        ? vocabulary.add("values." + claim, ValueType.NUMBER)
                        : null)
                .toArray(Vocabulary.Word[]::new);
        this.source = EventText.NOTHING;
        this.normal = normaliser.normalise("");
    }

    static TextReading compile(
            Model model,
            @Nullable LexiconDefinition lexicon,
            int[] positions,
            Vocabulary vocabulary,
            Problems problems) {
        Lexicon compiled = ModelText.compile(model, lexicon, problems);
        return new TextReading(
                model.text().fields(),
                positions,
                compiled,
                compiled == null ? null : new SuspectedDisguise(ModelText.spellings(model), compiled.vocabulary()),
                classifier(model, problems),
                vocabulary);
    }

    private static @Nullable TextClassifier classifier(Model model, Problems problems) {
        String folder = model.text().classifier();
        if (folder == null) {
            return null;
        }
        try {
            Artifact artifact = Artifact.read(model.folder().resolve(folder).resolve(Artifact.FILE));
            return new TextClassifier(artifact, model.text().embedding());
        } catch (IOException e) {
            problems.add(
                    0, "text.classifier: " + e.getMessage() + ". Run './zhiwei train " + model.id() + "' to make it.");
            return null;
        }
    }

    List<String> claims() {
        return claims;
    }

    /** Returns the places of some claims; those that the lexicon lacks are left out. */
    BitSet places(Collection<String> names) {
        BitSet places = new BitSet(claims.size());
        names.stream().mapToInt(claims::indexOf).filter(place -> place >= 0).forEach(places::set);
        return places;
    }

    NormalText normal() {
        return normal;
    }

    /** Returns the classifier's probability that the text violates; 0 where there is no classifier or no text. */
    double probability() {
        return probability;
    }

    void read(IndexedRecord event, Facts facts) {
        source = EventText.of(event, fields, positions);
        normal = normaliser.normalise(source.joined());
        scan = scanner == null ? null : scanner.scan(normal);
        LexiconScan found = scan;
        if (found != null) {
            for (int i = 0; i < claimWords.length; i++) {
                facts.set(claimWords[i], found.claims().get(i));
                Vocabulary.Word value = valueWords[i];
                if (value != null) {
                    facts.set(value, found.value(i));
                }
            }
        }
        own = found == null ? normal.text() : found.withoutPrescribed(normal.text());
        probability =
                classifier == null || own.isBlank() ? 0 : classifier.judge(own).probability();
        facts.set(length, (long) normal.text().length());
        facts.set(evaded, isEvaded());
        facts.set(learned, probability);
    }

    /** Looks for a word in disguise that the normal form left as it stands, and tells the expressions. */
    Optional<Suspicion> suspect(Facts facts) {
        Optional<Suspicion> found = disguises == null ? Optional.empty() : disguises.find(normal.text());
        facts.set(suspected, found.isPresent());
        return found;
    }

    /** Returns whether the spelling hides a sensitive word or a hit. */
    boolean isEvaded() {
        LexiconScan found = scan;
        return found != null && found.evaded();
    }

    boolean claimsAny(BitSet wanted) {
        LexiconScan found = scan;
        return found != null && found.claims().intersects(wanted);
    }

    /** Returns the hits of some claims that no exception took away. */
    List<Hit> hits(BitSet wanted) {
        LexiconScan found = scan;
        return found == null
                ? List.of()
                : found.hits().stream().filter(hit -> wanted.get(hit.claim())).toList();
    }

    Evidence quoteHits(EventRef event, List<Hit> hits) {
        List<EventText.Part> parts = new ArrayList<>();
        Set<String> disguised = new LinkedHashSet<>();
        for (Hit hit : hits) {
            parts.add(new EventText.Part(hit.start(), hit.end()));
            if (hit.evaded()) {
                disguised.add(normal.quote(hit.start(), hit.end()) + " → "
                        + normal.text().substring(hit.start(), hit.end()));
            }
        }
        return Quote.of(event, source, normal, parts, String.join("; ", disguised));
    }

    Evidence quoteLearned(EventRef event) {
        List<EventText.Part> parts = new ArrayList<>();
        if (classifier != null) {
            classifier.strongest(own).forEach(span -> parts.add(new EventText.Part(span.start(), span.end())));
        }
        if (parts.isEmpty()) {
            parts.add(new EventText.Part(0, Math.max(1, normal.text().length())));
        }
        return Quote.of(event, source, normal, parts, "");
    }
}
