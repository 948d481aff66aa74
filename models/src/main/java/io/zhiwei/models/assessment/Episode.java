package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that one model knows about one subject within one span of its time grid: the state behind an alert.
 *
 * @param alertId hash of model id, subject and start
 * @param modelId the model
 * @param modelVersion latest version that contributed
 * @param subject whom it is about
 * @param start start of the span, event time
 * @param revision only grows, and not below the clock in milliseconds, so that after a restore no revision is given again
 *     to another content
 * @param raisedAt processing time at which the level first reached blue; the epoch before that
 * @param first earliest event
 * @param last latest event
 * @param profile what the reader is told, from the earliest event
 * @param multiplier largest product of severity factors among the events
 * @param factors the factors of that event
 * @param exemptions look-alikes that took weight away
 * @param found what single events showed, by indicator
 * @param standings what entities have to say, by indicator and entity
 * @param signs both together, by indicator
 * @param occurrences events that carried findings of their own
 * @param score 0 to 100
 * @param level level of the alert
 */
public record Episode(
        String alertId,
        String modelId,
        int modelVersion,
        Subject subject,
        Instant start,
        long revision,
        Instant raisedAt,
        EventRef first,
        EventRef last,
        Profile profile,
        double multiplier,
        List<String> factors,
        List<String> exemptions,
        Map<String, Sign> found,
        Map<String, Standing> standings,
        Map<String, Sign> signs,
        long occurrences,
        double score,
        Level level) {

    /** Returns the same at another level, as a later revision. */
    Episode at(Level other, long newRevision) {
        return new Episode(
                alertId,
                modelId,
                modelVersion,
                subject,
                start,
                newRevision,
                raisedAt,
                first,
                last,
                profile,
                multiplier,
                factors,
                exemptions,
                found,
                standings,
                signs,
                occurrences,
                score,
                other);
    }

    /** Returns the same with other signs. */
    Episode withSigns(Map<String, Sign> together) {
        return new Episode(
                alertId,
                modelId,
                modelVersion,
                subject,
                start,
                revision,
                raisedAt,
                first,
                last,
                profile,
                multiplier,
                factors,
                exemptions,
                found,
                standings,
                together,
                occurrences,
                score,
                level);
    }
}
