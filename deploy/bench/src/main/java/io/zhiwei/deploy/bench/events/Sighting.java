package io.zhiwei.deploy.bench.events;

import io.zhiwei.schemas.Advertisement;

/**
 * A synthetic advertisement and what is true of it.
 *
 * @param advertisement the event
 * @param violating whether its text makes a forbidden claim
 */
public record Sighting(Advertisement advertisement, boolean violating) {}
