package io.zhiwei.deploy.bench.throughput;

import java.time.Instant;

/**
 * What the floor sends across the network border.
 *
 * @param key whom or what the event is about
 * @param time event time
 */
public record KeyedEvent(String key, Instant time) {}
