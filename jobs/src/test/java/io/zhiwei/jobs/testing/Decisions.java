package io.zhiwei.jobs.testing;

import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;

/** Decisions about alerts. */
public final class Decisions {

    private Decisions() {}

    /** Returns a decision that was made at the time of the advertisements, about a yellow alert. */
    public static Disposition.Builder of(String alertId, DispositionAction action) {
        return Disposition.newBuilder()
                .setDispositionId(alertId + "-" + action)
                .setAlertId(alertId)
                .setRevision(1)
                .setLevelRank(2)
                .setAction(action)
                .setWho("investigator")
                .setWhen(Ads.TIME)
                .setReason("because");
    }
}
