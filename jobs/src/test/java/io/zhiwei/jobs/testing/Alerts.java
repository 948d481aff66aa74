package io.zhiwei.jobs.testing;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.AlertModel;
import io.zhiwei.schemas.AlertRegion;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.AlertSubject;
import io.zhiwei.schemas.GeoPoint;
import io.zhiwei.schemas.Highlight;
import io.zhiwei.schemas.Particular;
import java.util.List;

/** Alerts with every field filled. */
public final class Alerts {

    private Alerts() {}

    /** Returns an alert. */
    public static Alert alert(String id, long revision) {
        AlertEvidence evidence =
                new AlertEvidence("ad-1", "advertisements", Ads.TIME, "text", "包治百病", List.of(new Highlight(0, 4)), "");
        AlertFinding finding = new AlertFinding(
                "W-1",
                "弱信号",
                "lexicon",
                1.0,
                1.0,
                "hits",
                40.0,
                0.9,
                2,
                List.of("V01"),
                List.of("《广告法》第16条"),
                List.of(evidence));
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(revision)
                .setModel(new AlertModel("word-watch", 1, "词语观察", "Word watch"))
                .setSubject(new AlertSubject("creative", "s-1", "青禾堂"))
                .setLevel(AlertLevel.YELLOW)
                .setLevelRank(2)
                .setScore(41.5)
                .setStatus(AlertStatus.OPEN)
                .setEpisodeStart(Ads.TIME)
                .setFirstSeen(Ads.TIME)
                .setLastSeen(Ads.TIME)
                .setRaisedAt(Ads.TIME)
                .setDueAt(Ads.TIME)
                .setRegion(new AlertRegion("420703", "GD", "葛店经济技术开发区"))
                .setLocation(new GeoPoint(30.51, 114.65))
                .setLeadAgency("市场监督管理局")
                .setKinds(List.of("V01"))
                .setIndicators(List.of("W-1"))
                .setEvasion(false)
                .setMultiplier(1.0)
                .setFactors(List.of())
                .setFindings(List.of(finding))
                .setExemptions(List.of())
                .setParticulars(List.of(new Particular("advertiserName", "青禾堂")))
                .setOccurrences(1)
                .setSuppressed(0)
                .build();
    }
}
