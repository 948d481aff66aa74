package io.zhiwei.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.zhiwei.schemas.Highlight;
import io.zhiwei.schemas.Particular;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertViewsTest {

    private static final Instant TIME = Instant.parse("2026-03-02T04:05:06Z");

    @Test
    void anAlertOfTheTopicLooksLikeOneOfTheIndex() throws Exception {
        Alert alert = alert();

        // The index holds the contract's JSON, times as ISO text: the two ways to a page must agree.
        AlertView indexed = new com.fasterxml.jackson.databind.ObjectMapper()
                .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule())
                .readValue(document(), AlertView.class);

        assertThat(AlertViews.of(alert)).isEqualTo(indexed);
    }

    private static Alert alert() {
        return Alert.newBuilder()
                .setAlertId("a1")
                .setRevision(7)
                .setModel(new AlertModel("medical-ads", 3, "虚假医疗广告", "Fake medical advertising"))
                .setSubject(new AlertSubject("advertiser", "s1", "东湖大药房"))
                .setLevel(AlertLevel.ORANGE)
                .setLevelRank(3)
                .setScore(61.5)
                .setHeld(true)
                .setStatus(AlertStatus.CLAIMED)
                .setEpisodeStart(TIME)
                .setFirstSeen(TIME)
                .setLastSeen(TIME)
                .setRaisedAt(TIME)
                .setDueAt(TIME)
                .setRegion(new AlertRegion("420703", "GD", "葛店经济技术开发区"))
                .setLocation(null)
                .setLeadAgency("agency")
                .setTransferredTo(List.of("other", "another"))
                .setKinds(List.of("cure"))
                .setIndicators(List.of("AD-01"))
                .setEvasion(true)
                .setMultiplier(1.25)
                .setFactors(List.of("elderly"))
                .setIndex(new AlertIndex(
                        "冒烟指数",
                        "Smoke-type index",
                        61.0,
                        List.of(new AlertIndexDimension("funds", "资金异常", "Money", 70.0, 40.0))))
                .setFigures(List.of(new AlertFigure(
                        "raised", "合同本金合计", "Principal", 9e5, "yuan", FigureOrigin.DECLARED, "IF-60", TIME)))
                .setFindings(List.of(new AlertFinding(
                        "AD-01",
                        "断言治愈",
                        "lexicon",
                        2.0,
                        1.0,
                        "处",
                        60.0,
                        0.9,
                        3,
                        List.of("cure"),
                        List.of("law"),
                        List.of(new AlertEvidence(
                                "e1", "advertisements", TIME, "text", "根治", List.of(new Highlight(0, 2)), "note")))))
                .setExemptions(List.of("exempt"))
                .setParticulars(List.of(new Particular("text", "根治")))
                .setOccurrences(2)
                .setSuppressed(1)
                .build();
    }

    private static String document() {
        return """
                {"alertId":"a1","revision":7,
                 "model":{"id":"medical-ads","version":3,"name":"虚假医疗广告","nameEn":"Fake medical advertising"},
                 "subject":{"kind":"advertiser","id":"s1","name":"东湖大药房"},
                 "level":"ORANGE","levelRank":3,"score":61.5,"held":true,"status":"CLAIMED",
                 "episodeStart":"2026-03-02T04:05:06Z","firstSeen":"2026-03-02T04:05:06Z",
                 "lastSeen":"2026-03-02T04:05:06Z","raisedAt":"2026-03-02T04:05:06Z","dueAt":"2026-03-02T04:05:06Z",
                 "region":{"code":"420703","zone":"GD","name":"葛店经济技术开发区"},
                 "leadAgency":"agency","transferredTo":["other","another"],"kinds":["cure"],"indicators":["AD-01"],"evasion":true,
                 "multiplier":1.25,"factors":["elderly"],
                 "index":{"name":"冒烟指数","nameEn":"Smoke-type index","score":61.0,
                   "dimensions":[{"id":"funds","name":"资金异常","nameEn":"Money","score":70.0,"weight":40.0}]},
                 "figures":[{"id":"raised","name":"合同本金合计","nameEn":"Principal","value":900000.0,"unit":"yuan",
                   "origin":"DECLARED","indicator":"IF-60","asOf":"2026-03-02T04:05:06Z"}],
                 "findings":[{"indicator":"AD-01","name":"断言治愈","measure":"lexicon","value":2.0,"threshold":1.0,
                   "unit":"处","weight":60.0,"confidence":0.9,"severity":3,"kinds":["cure"],"legalBasis":["law"],
                   "evidence":[{"eventId":"e1","topic":"advertisements","time":"2026-03-02T04:05:06Z","field":"text",
                     "excerpt":"根治","highlights":[{"start":0,"end":2}],"note":"note"}]}],
                 "exemptions":["exempt"],"particulars":[{"name":"text","value":"根治"}],
                 "occurrences":2,"suppressed":1}
                """;
    }
}
