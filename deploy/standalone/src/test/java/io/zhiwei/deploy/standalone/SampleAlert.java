package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.AlertModel;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.AlertSubject;
import io.zhiwei.schemas.Highlight;
import java.time.Instant;
import java.util.List;

/** An alert for tests. */
final class SampleAlert {

    private static final Instant TIME = Instant.parse("2026-11-02T00:00:00Z");

    private SampleAlert() {}

    /** Returns an alert whose evidence is one event. */
    static Alert about(String eventId) {
        return of(eventId, AlertLevel.RED, "祖传秘方，三个疗程彻底治愈糖尿病，无效退款，欢迎来电咨询，全国包邮到家", new Highlight(9, 13));
    }

    /** Returns an alert with a level and one piece of evidence. */
    static Alert of(String eventId, AlertLevel level, String excerpt, Highlight... highlights) {
        AlertEvidence evidence = AlertEvidence.newBuilder()
                .setEventId(eventId)
                .setTopic("advertisements")
                .setTime(TIME)
                .setField("text")
                .setExcerpt(excerpt)
                .setHighlights(List.of(highlights))
                .setNote("")
                .build();
        return Alert.newBuilder()
                .setAlertId("alert-" + eventId)
                .setRevision(1)
                .setModel(new AlertModel("medical-ads", 1, "虚假医疗广告", "Fake medical advertising"))
                .setSubject(new AlertSubject("creative", eventId, "示例堂"))
                .setLevel(level)
                .setLevelRank(level.compareTo(AlertLevel.NONE))
                .setScore(88)
                .setStatus(AlertStatus.OPEN)
                .setEpisodeStart(TIME)
                .setFirstSeen(TIME)
                .setLastSeen(TIME)
                .setRaisedAt(TIME)
                .setDueAt(TIME)
                .setLeadAgency("市场监督管理局")
                .setKinds(List.of("V01"))
                .setIndicators(List.of("AD-01"))
                .setEvasion(false)
                .setMultiplier(1)
                .setFactors(List.of())
                .setFindings(List.of(finding(evidence)))
                .setExemptions(List.of())
                .setParticulars(List.of())
                .setOccurrences(1)
                .setSuppressed(0)
                .build();
    }

    private static AlertFinding finding(AlertEvidence evidence) {
        return AlertFinding.newBuilder()
                .setIndicator("AD-01")
                .setName("功效断言")
                .setMeasure("lexicon")
                .setValue(1)
                .setThreshold(1)
                .setUnit("hits")
                .setWeight(80)
                .setConfidence(1)
                .setSeverity(3)
                .setKinds(List.of("V01"))
                .setLegalBasis(List.of("广告法 16"))
                .setEvidence(List.of(evidence))
                .build();
    }
}
