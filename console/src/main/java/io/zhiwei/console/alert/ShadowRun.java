package io.zhiwei.console.alert;

import java.util.List;

/**
 * What a version in the shadow has raised, beside what the version in force has raised in the same time.
 *
 * @param shadow alerts of the version, by level: red, orange, yellow, blue
 * @param active alerts of the model, likewise
 * @param latest the newest of the version, at most twenty
 */
public record ShadowRun(List<Long> shadow, List<Long> active, List<AlertView> latest) {}
