package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Escalation;
import io.zhiwei.models.definition.Gate;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.LevelRule;
import io.zhiwei.models.definition.Model;
import io.zhiwei.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns the findings of one model into episodes, scores and levels. What it makes does not depend on the order in which
 * findings arrive, so that a replay after a fault ends in the same alerts.
 */
public final class Assessor {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime GRID = ZonedDateTime.of(2000, 1, 3, 0, 0, 0, 0, ZONE);
    private static final long GRID_MILLIS = GRID.toInstant().toEpochMilli();
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final int PERCENT = 100;
    private static final int MAX_STANDINGS = 1_000;

    private final Model model;
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final AlertWriter writer;

    private Assessor(Model model, Regions regions) {
        this.model = model;
        model.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
        this.writer = new AlertWriter(model, regions);
    }

    /** Makes the assessor of a model; the regions name the places on its alerts. */
    public static Assessor of(Model model, Regions regions) {
        return new Assessor(model, regions);
    }

    /** Returns the start of the episode to which an event belongs: a fixed grid in local time, from Mondays. */
    public Instant episodeStart(Instant eventTime) {
        return Instant.ofEpochMilli(episodeStart(eventTime.toEpochMilli()));
    }

    /** Returns the same in milliseconds; the zone has had no summer time since 1991. */
    public long episodeStart(long eventTime) {
        long length = Math.max(1, model.episode().toDays()) * DAY_MILLIS;
        return GRID_MILLIS + Math.floorDiv(eventTime - GRID_MILLIS, length) * length;
    }

    /** Returns the end of the episode that starts there. */
    public Instant episodeEnd(Instant start) {
        return start.plus(model.episode());
    }

    /**
     * Returns the episode with one more input.
     *
     * @param current the episode so far; null where the input opens it
     * @param input findings of one event for this subject
     * @param now processing time
     */
    public Episode absorb(@Nullable Episode current, Findings input, Instant now) {
        Episode merged = together(current == null ? open(input) : merge(current, input));
        double score = score(merged);
        Level level = level(merged, score);
        boolean first = level != Level.NONE && merged.raisedAt().equals(Instant.EPOCH);
        return new Episode(
                merged.alertId(),
                merged.modelId(),
                merged.modelVersion(),
                merged.subject(),
                merged.start(),
                Math.max(merged.revision(), now.toEpochMilli()),
                first ? now : merged.raisedAt(),
                merged.first(),
                merged.last(),
                merged.profile(),
                merged.multiplier(),
                merged.factors(),
                merged.exemptions(),
                merged.found(),
                merged.standings(),
                merged.signs(),
                merged.occurrences(),
                score,
                level);
    }

    /**
     * Returns the episode at the level that it has beside the others of its subject: where it warns at all, it does not fall below the
     * own level of an earlier one whose latest event lies no longer ago than the model's hold.
     *
     * @param others episodes of the same subject, in any order; itself may be among them
     * @param now processing time
     */
    public Episode held(Episode episode, Iterable<Episode> others, Instant now) {
        Level own = level(episode, episode.score());
        Level level = own;
        for (Episode other : others) {
            boolean recent = other.start().isBefore(episode.start())
                    && other.last()
                            .time()
                            .plus(model.hold())
                            .isAfter(episode.first().time());
            level = own == Level.NONE || !recent ? level : level.max(level(other, other.score()));
        }
        return level == episode.level()
                ? episode
                : episode.at(level, Math.max(episode.revision() + 1, now.toEpochMilli()));
    }

    /** Returns how long a subject keeps the level of an episode; zero where each stands alone. */
    public Duration hold() {
        return model.hold();
    }

    /** Returns whether the change is worth a delivery at once: another level or other indicators. */
    public boolean isNews(@Nullable Episode before, Episode after) {
        if (before == null) {
            return after.level() != Level.NONE;
        }
        return before.level() != after.level()
                || !before.signs().keySet().equals(after.signs().keySet());
    }

    /** Returns the alert revision that tells of the episode; its level is NONE while there is nothing to tell. */
    public Alert alert(Episode episode) {
        return writer.write(episode, episode.level() != level(episode, episode.score()));
    }

    private Episode open(Findings input) {
        Instant start = episodeStart(input.event().time());
        Map<String, Sign> signs = new TreeMap<>();
        input.findings().forEach(finding -> signs.put(finding.indicatorId(), Sign.of(finding)));
        return new Episode(
                Digest.hex(
                        input.modelId(),
                        input.subject().kind(),
                        input.subject().id(),
                        Long.toString(start.toEpochMilli())),
                input.modelId(),
                input.modelVersion(),
                input.subject(),
                start,
                1,
                Instant.EPOCH,
                input.event(),
                input.event(),
                input.profile(),
                input.multiplier(),
                input.factors(),
                input.exemptions(),
                signs,
                with(Map.of(), input.standing()),
                signs,
                carriesSign(input) ? 1 : 0,
                0,
                Level.NONE);
    }

    private Episode merge(Episode current, Findings input) {
        Map<String, Sign> found = new TreeMap<>(current.found());
        for (String id : input.instead()) {
            found.computeIfPresent(id, (same, sign) -> sign.without(input.event()));
        }
        for (Finding finding : input.findings()) {
            Sign sign = found.get(finding.indicatorId());
            found.put(finding.indicatorId(), sign == null ? Sign.of(finding) : sign.with(finding));
        }
        boolean says = input.standing() == null
                ? !input.findings().isEmpty()
                : input.standing().sign() != null;
        boolean earlier = says && input.event().compareTo(current.first()) < 0;
        boolean weightier = input.multiplier() > current.multiplier();
        return new Episode(
                current.alertId(),
                current.modelId(),
                Math.max(current.modelVersion(), input.modelVersion()),
                earlier ? input.subject() : current.subject(),
                current.start(),
                current.revision() + 1,
                current.raisedAt(),
                earlier ? input.event() : current.first(),
                says && input.event().compareTo(current.last()) > 0 ? input.event() : current.last(),
                earlier || isFuller(input, current) ? input.profile() : current.profile(),
                weightier ? input.multiplier() : current.multiplier(),
                weightier ? input.factors() : current.factors(),
                union(current.exemptions(), input.exemptions()),
                found,
                with(current.standings(), input.standing()),
                current.signs(),
                current.occurrences() + (carriesSign(input) ? 1 : 0) - (carriedSign(input) ? 1 : 0),
                current.score(),
                current.level());
    }

    /** Entities beyond the bound have nothing new to say: the subject has more than enough. */
    private static Map<String, Standing> with(Map<String, Standing> standings, @Nullable Standing said) {
        if (said == null) {
            return standings;
        }
        Map<String, Standing> result = new TreeMap<>(standings);
        String place = said.indicatorId() + "@" + said.source();
        if (said.sign() == null) {
            result.remove(place);
        } else if (result.size() < MAX_STANDINGS || result.containsKey(place)) {
            result.put(place, said);
        }
        return result;
    }

    private Episode together(Episode episode) {
        if (episode.standings().isEmpty()) {
            return episode.withSigns(episode.found());
        }
        Map<String, Sign> signs = new TreeMap<>(episode.found());
        Map<String, Integer> entities = new HashMap<>();
        for (Standing standing : episode.standings().values()) {
            Sign sign = standing.sign();
            if (sign != null) {
                signs.merge(standing.indicatorId(), sign, Sign::with);
                entities.merge(standing.indicatorId(), 1, Integer::sum);
            }
        }
        entities.forEach((id, count) -> signs.computeIfPresent(id, (same, sign) -> escalated(sign, id, count)));
        return episode.withSigns(signs);
    }

    private Sign escalated(Sign sign, String indicatorId, int entities) {
        Indicator indicator = indicators.get(indicatorId);
        Sign result = sign;
        for (Escalation escalation : indicator == null ? List.<Escalation>of() : indicator.escalations()) {
            if (entities >= escalation.entities()) {
                result = result.weighingAtLeast(escalation.weight());
            }
        }
        return result;
    }

    /** What a visit finds about an event may come before the event's own findings, and bare. */
    private static boolean isFuller(Findings input, Episode current) {
        return input.event().equals(current.first())
                && current.profile().particulars().isEmpty();
    }

    private boolean carriesSign(Findings input) {
        return input.findings().stream().anyMatch(finding -> role(finding.indicatorId()) == Indicator.Role.SIGN);
    }

    private boolean carriedSign(Findings input) {
        return input.instead().stream().anyMatch(id -> role(id) == Indicator.Role.SIGN);
    }

    private Indicator.Role role(String indicatorId) {
        Indicator indicator = indicators.get(indicatorId);
        return indicator == null ? Indicator.Role.CONTEXT : indicator.role();
    }

    /** Noisy-or over the distinct indicators, times the severity factors; nothing without a sign of its own. */
    private double score(Episode episode) {
        double innocent = 1;
        boolean sign = false;
        for (Map.Entry<String, Sign> entry : episode.signs().entrySet()) {
            Indicator.Role role = role(entry.getKey());
            if (role != Indicator.Role.CONTEXT) {
                innocent *= 1 - Math.min(PERCENT, entry.getValue().strongest().contribution()) / PERCENT;
            }
            sign |= role == Indicator.Role.SIGN;
        }
        double score = sign ? Math.min(PERCENT, PERCENT * (1 - innocent) * episode.multiplier()) : 0;
        return Math.round(score * PERCENT) / (double) PERCENT;
    }

    private Level level(Episode episode, double score) {
        Level level = Level.NONE;
        long kinds = kinds(episode);
        for (LevelRule rule : model.levels()) {
            boolean reached = score >= rule.from() && kinds >= rule.kinds();
            if (reached || rule.gates().stream().anyMatch(gate -> isOpen(gate, episode, kinds))) {
                level = rule.level();
            }
        }
        if (score <= 0) {
            return level;
        }
        for (Sign sign : episode.signs().values()) {
            level = level.max(sign.strongest().floor());
        }
        return level;
    }

    private static boolean isOpen(Gate gate, Episode episode, long kinds) {
        return kinds >= gate.kinds()
                && gate.signs().stream()
                        .allMatch(needed -> needed.indicators().stream()
                                .map(episode.signs()::get)
                                .anyMatch(
                                        sign -> sign != null && sign.strongest().contribution() >= needed.weight()));
    }

    /** Counts the kinds to which the signs point; what counts only beside a sign points to its kinds too. */
    private long kinds(Episode episode) {
        return episode.signs().keySet().stream()
                .map(indicators::get)
                .filter(indicator -> indicator != null && indicator.role() != Indicator.Role.CONTEXT)
                .flatMap(indicator -> indicator.kinds().stream())
                .distinct()
                .count();
    }

    private static List<String> union(List<String> a, List<String> b) {
        return a.equals(b) ? a : new ArrayList<>(new TreeSet<>(concat(a, b)));
    }

    private static List<String> concat(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
