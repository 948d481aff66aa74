package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Index;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.LevelRule;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Stated;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertFigure;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertIndex;
import io.zhiwei.schemas.AlertIndexDimension;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.AlertModel;
import io.zhiwei.schemas.AlertRegion;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.AlertSubject;
import io.zhiwei.schemas.FigureOrigin;
import io.zhiwei.schemas.GeoPoint;
import io.zhiwei.schemas.Highlight;
import io.zhiwei.schemas.Particular;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an episode down as an alert that explains itself. */
final class AlertWriter {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Model model;
    private final Regions regions;
    private final Map<String, Indicator> indicators = new HashMap<>();

    AlertWriter(Model model, Regions regions) {
        this.model = model;
        this.regions = regions;
        model.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
    }

    /** Writes it down; held where its own signs would not reach its level. */
    Alert write(Episode episode, boolean held) {
        Optional<Region> region =
                regions.find(episode.profile().regionCode(), episode.profile().zoneCode());
        List<AlertFinding> findings = findings(episode);
        return Alert.newBuilder()
                .setAlertId(episode.alertId())
                .setRevision(episode.revision())
                .setModel(new AlertModel(
                        Model.nameOf(model.id()),
                        episode.modelVersion(),
                        model.name().zh(),
                        model.name().en()))
                .setSubject(new AlertSubject(
                        episode.subject().kind(),
                        episode.subject().id(),
                        episode.subject().name()))
                .setLevel(AlertLevel.valueOf(episode.level().name()))
                .setLevelRank(episode.level().ordinal())
                .setScore(episode.score())
                .setHeld(held)
                .setStatus(AlertStatus.OPEN)
                .setEpisodeStart(episode.start())
                .setFirstSeen(episode.first().time())
                .setLastSeen(episode.last().time())
                .setRaisedAt(episode.raisedAt())
                .setDueAt(due(episode))
                .setRegion(region.map(AlertWriter::region).orElse(null))
                .setLocation(region.map(place -> new GeoPoint(place.lat(), place.lon()))
                        .orElse(null))
                .setLeadAgency(episode.profile().leadAgency())
                .setKinds(kinds(findings))
                .setIndicators(findings.stream().map(AlertFinding::getIndicator).toList())
                .setEvasion(episode.signs().values().stream()
                        .anyMatch(sign -> sign.strongest().evaded()))
                .setMultiplier(episode.multiplier())
                .setFactors(episode.factors())
                .setIndex(index(episode))
                .setFigures(figures(episode))
                .setFindings(findings)
                .setExemptions(episode.exemptions())
                .setParticulars(particulars(episode.profile().particulars()))
                .setOccurrences(episode.occurrences() + standingEvents(episode))
                .setSuppressed(episode.signs().values().stream()
                        .mapToLong(sign -> sign.total() - sign.evidence().size())
                        .sum())
                .build();
    }

    private @Nullable AlertIndex index(Episode episode) {
        Index index = model.index();
        if (index == null) {
            return null;
        }
        IndexScore score = IndexScore.of(index, model, episode.signs());
        List<AlertIndexDimension> dimensions = index.dimensions().stream()
                .map(dimension -> new AlertIndexDimension(
                        dimension.id(),
                        dimension.name().zh(),
                        dimension.name().en(),
                        score.dimensions().getOrDefault(dimension.id(), 0.0),
                        score.percent().getOrDefault(dimension.id(), 0.0)))
                .toList();
        return new AlertIndex(index.name().zh(), index.name().en(), score.score(), dimensions);
    }

    /** What the signs state, in the order of the model. */
    private List<AlertFigure> figures(Episode episode) {
        List<AlertFigure> result = new ArrayList<>();
        for (Stated stated : model.stated()) {
            for (Sign sign : episode.signs().values()) {
                for (StatedFigure figure : sign.statement().figures()) {
                    if (figure.name().equals(stated.name())) {
                        result.add(figure(stated, figure, sign));
                    }
                }
            }
        }
        return result;
    }

    private static AlertFigure figure(Stated stated, StatedFigure figure, Sign sign) {
        return new AlertFigure(
                stated.name(),
                stated.title().zh(),
                stated.title().en(),
                figure.value(),
                stated.unit(),
                FigureOrigin.valueOf(figure.origin().name()),
                sign.strongest().indicatorId(),
                sign.statement().asOf());
    }

    /** Events that fired the keyed sign with the most of them: one event may fire several. */
    private long standingEvents(Episode episode) {
        Map<String, Long> events = new HashMap<>();
        for (Standing standing : episode.standings().values()) {
            Sign sign = standing.sign();
            Indicator indicator = indicators.get(standing.indicatorId());
            if (sign != null && indicator != null && indicator.role() == Indicator.Role.SIGN) {
                events.merge(standing.indicatorId(), sign.total(), Long::sum);
            }
        }
        return events.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The findings, weightiest first. */
    private List<AlertFinding> findings(Episode episode) {
        List<AlertFinding> result = new ArrayList<>();
        episode.signs().forEach((id, sign) -> {
            Indicator indicator = indicators.get(id);
            if (indicator != null) {
                result.add(finding(indicator, sign));
            }
        });
        result.sort(Comparator.comparingDouble((AlertFinding finding) -> -finding.getWeight() * finding.getConfidence())
                .thenComparing(AlertFinding::getIndicator));
        return result;
    }

    private static AlertFinding finding(Indicator indicator, Sign sign) {
        Finding strongest = sign.strongest();
        return AlertFinding.newBuilder()
                .setIndicator(indicator.id())
                .setName(indicator.name().zh())
                .setMeasure(indicator.measure().word())
                .setValue(strongest.value())
                .setThreshold(strongest.threshold())
                .setUnit(strongest.unit())
                .setWeight(strongest.weight())
                .setConfidence(strongest.confidence())
                .setSeverity(indicator.severity())
                .setKinds(indicator.kinds())
                .setLegalBasis(
                        indicator.legalBasis().stream().map(Object::toString).toList())
                .setEvidence(sign.evidence().stream().map(AlertWriter::evidence).toList())
                .build();
    }

    private static AlertEvidence evidence(Evidence evidence) {
        return AlertEvidence.newBuilder()
                .setEventId(evidence.event().eventId())
                .setTopic(evidence.event().topic())
                .setTime(evidence.event().time())
                .setField(evidence.field())
                .setExcerpt(evidence.excerpt())
                .setHighlights(evidence.highlights().stream()
                        .map(highlight -> new Highlight(highlight.start(), highlight.end()))
                        .toList())
                .setNote(evidence.note())
                .build();
    }

    /** In the order of the model: the state that an episode lies in does not keep any. */
    private List<Particular> particulars(Map<String, String> known) {
        return model.event().particulars().stream()
                .filter(known::containsKey)
                .map(name -> new Particular(name, known.get(name)))
                .toList();
    }

    private static List<String> kinds(List<AlertFinding> findings) {
        TreeSet<String> kinds = new TreeSet<>();
        findings.forEach(finding -> kinds.addAll(finding.getKinds()));
        return List.copyOf(kinds);
    }

    private static AlertRegion region(Region region) {
        return new AlertRegion(
                region.code(),
                region.zone().isEmpty() ? null : region.zone(),
                region.name().zh());
    }

    /** The end of the level's review clock. Working days are Monday to Friday; public holidays are not known here. */
    private Instant due(Episode episode) {
        if (episode.level() == Level.NONE) {
            return episode.raisedAt();
        }
        LevelRule rule = model.levels().stream()
                .filter(candidate -> candidate.level() == episode.level())
                .findFirst()
                .orElse(model.levels().get(model.levels().size() - 1));
        ZonedDateTime due = episode.raisedAt().atZone(ZONE).plusHours(rule.reviewHours());
        for (int days = rule.reviewWorkingDays(); days > 0; ) {
            due = due.plusDays(1);
            if (due.getDayOfWeek() != DayOfWeek.SATURDAY && due.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days--;
            }
        }
        return due.toInstant();
    }
}
