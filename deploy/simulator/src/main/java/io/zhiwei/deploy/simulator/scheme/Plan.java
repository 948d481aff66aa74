package io.zhiwei.deploy.simulator.scheme;

import java.util.List;

/**
 * A scheme that is to happen: what the truth will say of it once it has.
 *
 * @param id identifier
 * @param model model that should warn
 * @param kind indicator that it is about
 * @param subjectKind kind of the subject
 * @param subjectKey key of the subject
 * @param also indicators of which alerts about the same subject are right too
 */
public record Plan(String id, String model, String kind, String subjectKind, String subjectKey, List<String> also) {}
