package io.zhiwei.models.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator judges events by what else happened at their entity.
 *
 * @param feeds what visits the entity
 * @param figures what is computed around an event, in order; one may not name another
 * @param fires condition on figures, the event's own values and joined records
 * @param hold how long after an event what it is compared with may arrive: not before then does missing mean absent
 * @param repeats how many events must fire close to each other before anything is said; null where one is enough
 * @param states figures that the finding states in the alert
 * @param show name of the figure or value that the finding shows
 * @param quote name of the member that the evidence quotes beside what was compared; null where it quotes none
 */
public record KeyedRule(
        List<Feed> feeds,
        List<Figure> figures,
        String fires,
        Duration hold,
        @Nullable Repeats repeats,
        List<Stated> states,
        String show,
        @Nullable String quote) {

    /**
     * How many events must fire close to each other.
     *
     * @param atLeast name of the threshold
     * @param within time between the first and the last
     */
    public record Repeats(String atLeast, Duration within) {

        static Repeats read(Yaml yaml) {
            Repeats repeats = new Repeats(yaml.text("atLeast"), Feed.duration(yaml, "within", Duration.ofDays(1)));
            yaml.refuseUnknownKeys();
            return repeats;
        }
    }

    static KeyedRule read(Yaml yaml, String ownTopic) {
        List<Feed> feeds = new ArrayList<>();
        yaml.list("feeds").forEach(feed -> feeds.add(Feed.read(feed, ownTopic)));
        List<Figure> figures = new ArrayList<>();
        Yaml mapping = yaml.find("figures");
        if (mapping != null) {
            for (Map.Entry<String, Yaml> figure : mapping.entries().entrySet()) {
                figures.add(Figure.read(figure.getKey(), figure.getValue()));
            }
        }
        KeyedRule rule = new KeyedRule(
                feeds,
                figures,
                yaml.text("fires"),
                Feed.duration(yaml, "hold", Duration.ZERO),
                yaml.has("repeats") ? Repeats.read(yaml.get("repeats")) : null,
                Stated.readAll(yaml),
                yaml.text("show", figures.isEmpty() ? "" : figures.get(0).name()),
                yaml.has("quote") ? yaml.text("quote") : null);
        rule.refuseNonsense(yaml);
        return rule;
    }

    private void refuseNonsense(Yaml yaml) {
        if (feeds.stream().allMatch(Feed::joins)) {
            yaml.refuse(
                    "feeds: none of them is judged. Leave out 'joins' where the events stand that an alert is about.");
        }
        Set<String> names = new HashSet<>();
        Set<String> members = new HashSet<>();
        for (Feed feed : feeds) {
            members.addAll(feed.members().keySet());
            List<String> own = new ArrayList<>(List.of(feed.name()));
            own.addAll(feed.values().keySet());
            own.addAll(feed.flags().keySet());
            own.addAll(feed.members().keySet());
            for (String name : own) {
                if (!names.add(name)) {
                    yaml.problems().add(feed.line(), "the name '" + name + "' is taken already. Choose another.");
                }
            }
        }
        if (quote != null && !members.contains(quote)) {
            yaml.refuse("quote: no feed brings the member '" + quote + "'." + Problems.suggest(quote, members));
        }
        Set<String> taken = new HashSet<>(names);
        for (Figure figure : figures) {
            if (!taken.add(figure.name())) {
                yaml.problems()
                        .add(figure.line(), "the name '" + figure.name() + "' is taken already. Choose another.");
            }
            for (String of : figure.of()) {
                if (!names.contains(of)) {
                    yaml.problems()
                            .add(
                                    figure.line(),
                                    figure.name() + ": no feed brings '" + of + "'." + Problems.suggest(of, names));
                }
            }
            String complaint = names.containsAll(figure.of()) ? figure.complaint(members) : null;
            if (complaint != null) {
                yaml.problems().add(figure.line(), complaint);
            }
        }
    }

    /**
     * Returns where the indicator keeps what its feeds bring: a version that reads other things from events than the one
     * before starts afresh, one that only judges otherwise goes on with what is there.
     */
    public String place(String indicatorId) {
        StringBuilder layout = new StringBuilder();
        feeds.forEach(feed -> layout.append(feed.layout()).append('\n'));
        return indicatorId + "#" + Integer.toHexString(layout.toString().hashCode());
    }

    /** Returns how long something matters to events that come after it or before it. */
    public Duration reach() {
        Duration reach = hold;
        for (Figure figure : figures) {
            Duration within = figure.span() == Figure.Span.DAY ? Duration.ofDays(1) : figure.within();
            reach = within.compareTo(reach) > 0 ? within : reach;
        }
        return reach;
    }
}
