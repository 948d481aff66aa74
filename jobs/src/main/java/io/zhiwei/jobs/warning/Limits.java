package io.zhiwei.jobs.warning;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What settings of any of the jobs must fulfil; a refusal says in one sentence what is wrong and how to mend it. */
public final class Limits {

    private Limits() {}

    /** Refuses where a condition does not hold. */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Refuses a time that is none. */
    public static void positive(String key, Duration value) {
        require(!value.isNegative() && !value.isZero(), key + " is " + value + ": give more than 0");
    }

    /** Refuses a number outside a range. */
    public static void between(String key, int value, int min, int max) {
        require(value >= min && value <= max, key + " is " + value + ": give " + min + " to " + max);
    }

    /** Refuses servers that cannot be. */
    public static void servers(String bootstrapServers, String groupId, URI elasticsearch) {
        require(!bootstrapServers.isBlank(), "bootstrap-servers is empty: name Kafka as host:port");
        require(!groupId.isBlank(), "group-id is empty: give the consumer group a name");
        require(
                List.of("http", "https").contains(String.valueOf(elasticsearch.getScheme()))
                        && elasticsearch.getHost() != null,
                "elasticsearch is '" + elasticsearch + "': give an address such as http://127.0.0.1:9200");
    }
}
