package io.zhiwei.models.assessment;

import java.util.List;

/**
 * What one event contributes to a finding.
 *
 * @param event the event
 * @param field field of the event that is quoted, or the name of what was compared
 * @param excerpt original text around the match, or the compared value
 * @param highlights matched parts of the excerpt
 * @param note the plain form of a disguised match, or an explanation; empty where the excerpt speaks for itself
 */
public record Evidence(EventRef event, String field, String excerpt, List<Highlight> highlights, String note) {}
