package io.zhiwei.console.alert;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertFigure;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertIndex;
import io.zhiwei.schemas.AlertRegion;
import io.zhiwei.schemas.AlertStep;
import io.zhiwei.schemas.GeoPoint;
import org.jspecify.annotations.Nullable;

/** From messages of the topic to what the pages show. */
public final class AlertViews {

    private AlertViews() {}

    /** Returns what a page shows of a revision. */
    public static AlertView of(Alert alert) {
        return new AlertView(
                alert.getAlertId(),
                alert.getRevision(),
                new AlertView.ModelName(
                        alert.getModel().getId(),
                        alert.getModel().getVersion(),
                        alert.getModel().getName(),
                        alert.getModel().getNameEn()),
                new AlertView.Subject(
                        alert.getSubject().getKind(),
                        alert.getSubject().getId(),
                        alert.getSubject().getName()),
                alert.getLevel().name(),
                alert.getLevelRank(),
                alert.getScore(),
                alert.getHeld(),
                alert.getStatus().name(),
                alert.getFirstSeen(),
                alert.getLastSeen(),
                alert.getRaisedAt(),
                alert.getDueAt(),
                region(alert.getRegion()),
                location(alert.getLocation()),
                alert.getLeadAgency(),
                alert.getTransferredTo(),
                alert.getKinds(),
                alert.getEvasion(),
                alert.getMultiplier(),
                alert.getFactors(),
                index(alert.getIndex()),
                alert.getFigures().stream().map(AlertViews::figure).toList(),
                alert.getFindings().stream().map(AlertViews::finding).toList(),
                alert.getExemptions(),
                alert.getParticulars().stream()
                        .map(one -> new AlertView.Particular(one.getName(), one.getValue()))
                        .toList(),
                alert.getOccurrences(),
                alert.getSuppressed(),
                alert.getHistory().stream().map(AlertViews::step).toList());
    }

    private static AlertView.@Nullable Region region(@Nullable AlertRegion region) {
        return region == null ? null : new AlertView.Region(region.getCode(), region.getZone(), region.getName());
    }

    private static AlertView.@Nullable Location location(@Nullable GeoPoint place) {
        return place == null ? null : new AlertView.Location(place.getLat(), place.getLon());
    }

    private static AlertView.Step step(AlertStep step) {
        return new AlertView.Step(
                step.getAt(),
                step.getLevel().name(),
                step.getScore(),
                step.getStatus().name(),
                step.getVersion(),
                step.getOccurrences());
    }

    private static @Nullable IndexView index(@Nullable AlertIndex index) {
        return index == null
                ? null
                : new IndexView(
                        index.getName(),
                        index.getNameEn(),
                        index.getScore(),
                        index.getDimensions().stream()
                                .map(one -> new IndexView.Dimension(
                                        one.getName(), one.getNameEn(), one.getScore(), one.getWeight()))
                                .toList());
    }

    private static FigureView figure(AlertFigure figure) {
        return new FigureView(
                figure.getName(),
                figure.getNameEn(),
                figure.getValue(),
                figure.getUnit(),
                figure.getOrigin().name(),
                figure.getAsOf());
    }

    private static FindingView finding(AlertFinding finding) {
        return new FindingView(
                finding.getIndicator(),
                finding.getName(),
                finding.getMeasure(),
                finding.getValue(),
                finding.getThreshold(),
                finding.getUnit(),
                finding.getWeight(),
                finding.getConfidence(),
                finding.getSeverity(),
                finding.getLegalBasis(),
                finding.getEvidence().stream().map(AlertViews::evidence).toList());
    }

    private static FindingView.Evidence evidence(AlertEvidence evidence) {
        return new FindingView.Evidence(
                evidence.getEventId(),
                evidence.getTopic(),
                evidence.getTime(),
                evidence.getField(),
                evidence.getExcerpt(),
                evidence.getHighlights().stream()
                        .map(span -> new FindingView.Span(span.getStart(), span.getEnd()))
                        .toList(),
                evidence.getNote());
    }
}
