package io.zhiwei.deploy.bench.throughput;

import java.time.Instant;

/**
 * What the floor sends across the network border: an advertiser's advertisement at a time.
 *
 * @param advertiser credit code of the advertiser
 * @param time event time
 */
public record Placement(String advertiser, Instant time) {}
