package io.zhiwei.deploy.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A scheme that took place: the answer that a model is measured against.
 *
 * @param schemeId identifier of the scheme
 * @param model model that should warn: illegal-drug-sales, illegal-prescription-sales, special-drug-sales or
 *     illegal-device-sales
 * @param kind indicator that the scheme is about, e.g. SP-03
 * @param subjectKind kind of the subject: store, buyer, doctor, prescription, link
 * @param subjectKey its key: storeId, buyerIdHash, doctorId, rxId, hash
 * @param firstTime event time of the first event
 * @param lastTime event time of the last
 * @param eventIds the events
 * @param also indicators of which alerts about the same subject are right too
 */
public record SchemeTruth(
        String schemeId,
        String model,
        String kind,
        String subjectKind,
        String subjectKey,
        Instant firstTime,
        Instant lastTime,
        List<String> eventIds,
        List<String> also) {}
