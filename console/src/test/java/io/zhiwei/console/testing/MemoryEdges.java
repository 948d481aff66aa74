package io.zhiwei.console.testing;

import io.zhiwei.console.quality.Refusals;
import io.zhiwei.console.quality.TopicCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Index and topic in memory, in the place of Elasticsearch and Kafka. */
@TestConfiguration(proxyBeanMethods = false)
public class MemoryEdges {

    @Bean
    MemoryAlerts alerts() {
        return new MemoryAlerts();
    }

    @Bean
    MemoryVersions versions() {
        return new MemoryVersions();
    }

    @Bean
    MemoryAudit audit() {
        return new MemoryAudit();
    }

    @Bean
    MemoryAuditIndex auditIndex() {
        return new MemoryAuditIndex();
    }

    @Bean
    MemoryReports reports(MemoryAlerts alerts) {
        return new MemoryReports(alerts);
    }

    @Bean
    MemoryHealth health() {
        return new MemoryHealth();
    }

    @Bean
    MemorySignals signals() {
        return new MemorySignals();
    }

    @Bean
    TopicCounts topicCounts() {
        return (topics, now) -> Map.of(
                "advertisements",
                new TopicCounts.Count(12, 3, 7, now.minusSeconds(60), null),
                "sales",
                new TopicCounts.Count(5, 0, 0, now.minus(Duration.ofDays(2)), null));
    }

    @Bean
    Refusals refusals() {
        return from -> List.of(
                new Refusals.Refused("advertisements", "TOO_LATE", 2),
                new Refusals.Refused("advertisements", "MALFORMED", 1));
    }

    @Bean
    MemoryRecordings recordings() {
        return new MemoryRecordings();
    }

    @Bean
    MemoryDispositions dispositions() {
        return new MemoryDispositions();
    }
}
