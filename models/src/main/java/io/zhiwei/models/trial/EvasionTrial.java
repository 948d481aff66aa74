package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.screening.ModelText;
import io.zhiwei.models.text.Evasion;
import io.zhiwei.models.text.Evasion.Trick;
import io.zhiwei.models.text.Spellings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Disguises labelled events with every trick and looks what a model still finds: what was caught must stay caught, and the
 * same tricks must not make an alarm of a legal text. The words that are disguised are the lexicon's sensitive words and
 * those that raised the alarm.
 */
public final class EvasionTrial {

    /** Share of what was caught that must stay caught under each trick. */
    public static final double ENOUGH_KEPT = 0.9;

    /** Share of what was caught that must stay caught and be marked as evasion under each trick. */
    public static final double ENOUGH_MARKED = 0.9;

    /** Share of legal events that a trick may turn into alarms at most. */
    public static final double MOST_ADDED = 0.01;

    private static final int LONGEST_WORD = 8;

    private final Model model;
    private final Trial trial;
    private final List<Integer> textFields;
    private final Set<String> sensitive;
    private final Spellings spellings;
    private final long seed;

    /** Prepares a trial; the same seed makes the same disguises. */
    public EvasionTrial(Model model, Schema schema, Trial trial, long seed) {
        this.model = model;
        this.trial = trial;
        this.textFields = model.text().fields().stream()
                .map(field -> schema.getField(field).pos())
                .toList();
        this.sensitive = ModelText.sensitiveWords(model);
        this.spellings = ModelText.spellings(model);
        this.seed = seed;
    }

    /**
     * What became of the events under one trick; only events that it changes count.
     *
     * @param trick the trick
     * @param caught violating events that are alarmed as they are
     * @param kept those still alarmed in disguise
     * @param marked those of them that are marked as evasion
     * @param silent legal events that are not alarmed as they are
     * @param added those alarmed in disguise
     * @param changed events that were lost or added, as they read in disguise
     */
    public record Result(Trick trick, int caught, int kept, int marked, int silent, int added, List<String> changed) {

        /** Returns the share of what was caught that stays caught; 1 where nothing was. */
        public double keptShare() {
            return caught == 0 ? 1 : (double) kept / caught;
        }

        /** Returns the share of what was caught that stays caught and is marked as evasion; 1 where nothing was. */
        public double markedShare() {
            return caught == 0 ? 1 : (double) marked / caught;
        }

        /** Returns whether enough stays caught and marked, and hardly any legal event is accused. */
        public boolean isGood() {
            return keptShare() >= ENOUGH_KEPT && markedShare() >= ENOUGH_MARKED && addedShare() <= MOST_ADDED;
        }

        /** Returns the share of legal events that the disguise turns into alarms. */
        public double addedShare() {
            return silent == 0 ? 0 : (double) added / silent;
        }
    }

    /** Returns the result of every trick. */
    public List<Result> run(List<Trial.LabelledEvent> events) {
        List<Episode> plain =
                events.stream().map(event -> trial.assess(event.event())).toList();
        List<Result> results = new ArrayList<>();
        for (Trick trick : Trick.values()) {
            results.add(run(trick, events, plain));
        }
        return results;
    }

    private Result run(Trick trick, List<Trial.LabelledEvent> events, List<Episode> plain) {
        Evasion evasion = new Evasion(spellings, seed);
        int[] counts = new int[5];
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Trial.LabelledEvent event = events.get(i);
            boolean alarmed = isAlarm(plain.get(i));
            IndexedRecord disguised = disguise(evasion, trick, event.event(), words(plain.get(i)));
            if (disguised == null || event.violating() != alarmed) {
                continue;
            }
            Episode episode = trial.assess(disguised);
            if (alarmed) {
                counts[0]++;
                counts[1] += isAlarm(episode) ? 1 : 0;
                counts[2] += isAlarm(episode) && isMarked(episode) ? 1 : 0;
            } else {
                counts[3]++;
                counts[4] += isAlarm(episode) ? 1 : 0;
            }
            if (isAlarm(episode) != alarmed) {
                lost.add(event.name() + "  " + text(disguised));
            }
        }
        return new Result(trick, counts[0], counts[1], counts[2], counts[3], counts[4], lost);
    }

    private static boolean isAlarm(Episode episode) {
        return episode.level() != Level.NONE;
    }

    private static boolean isMarked(Episode episode) {
        return episode.signs().values().stream()
                .anyMatch(sign -> sign.strongest().evaded());
    }

    /** An evader disguises what gives him away: sensitive words, and the short words of the findings. */
    private Set<String> words(Episode episode) {
        Set<String> words = new TreeSet<>(sensitive);
        episode.signs().values().forEach(sign -> {
            var evidence = sign.strongest().evidence();
            if (model.indicator(sign.strongest().indicatorId())
                    .map(indicator -> indicator.measure().name().equals("LEXICON"))
                    .orElse(false)) {
                evidence.highlights().forEach(part -> {
                    if (part.end() - part.start() <= LONGEST_WORD) {
                        words.add(evidence.excerpt().substring(part.start(), part.end()));
                    }
                });
            }
        });
        return words;
    }

    private @Nullable IndexedRecord disguise(Evasion evasion, Trick trick, IndexedRecord event, Set<String> words) {
        GenericRecord copy = new GenericData.Record((GenericData.Record) event, true);
        boolean changed = false;
        for (int field : textFields) {
            Object text = copy.get(field);
            if (text != null) {
                String disguised = evasion.disguise(trick, text.toString(), words);
                changed |= !disguised.equals(text.toString());
                copy.put(field, disguised);
            }
        }
        return changed ? copy : null;
    }

    private String text(IndexedRecord event) {
        return String.valueOf(event.get(textFields.get(0)));
    }
}
