package io.zhiwei.console.web;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.ElasticsearchAlerts;
import io.zhiwei.console.audit.AuditCheck;
import io.zhiwei.console.audit.AuditIndex;
import io.zhiwei.console.audit.AuditIndexer;
import io.zhiwei.console.audit.AuditLog;
import io.zhiwei.console.audit.ElasticsearchAudit;
import io.zhiwei.console.audit.KafkaAudit;
import io.zhiwei.console.audit.KafkaAuditCheck;
import io.zhiwei.console.backtest.KafkaRecordings;
import io.zhiwei.console.backtest.Recordings;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.console.disposition.KafkaDispositions;
import io.zhiwei.console.health.Health;
import io.zhiwei.console.health.HealthProbe;
import io.zhiwei.console.kafka.KafkaPulse;
import io.zhiwei.console.kafka.TopicTail;
import io.zhiwei.console.live.LiveAlerts;
import io.zhiwei.console.quality.ElasticsearchRefusals;
import io.zhiwei.console.quality.KafkaTopicCounts;
import io.zhiwei.console.quality.Refusals;
import io.zhiwei.console.quality.TopicCounts;
import io.zhiwei.console.report.ElasticsearchReports;
import io.zhiwei.console.report.ReportIndex;
import io.zhiwei.console.signal.ElasticsearchSignals;
import io.zhiwei.console.signal.SignalIndex;
import io.zhiwei.console.version.KafkaVersions;
import io.zhiwei.console.version.VersionLog;
import java.io.IOException;
import java.time.Clock;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The console's edges: Elasticsearch and Kafka. Tests of pages put their own in their place. */
@Configuration(proxyBeanMethods = false)
@Profile("!test")
class Edges {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int AUDIT_PAGE = 50;

    @Bean(destroyMethod = "close")
    RestClientTransport transport(ConsoleSettings settings) {
        RestClient client = RestClient.builder(HttpHost.create(settings.elasticsearch()))
                .setRequestConfigCallback(
                        request -> request.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS))
                .build();
        return new RestClientTransport(
                client, new JacksonJsonpMapper(new ObjectMapper().registerModule(new JavaTimeModule())));
    }

    @Bean
    AlertIndex alertIndex(RestClientTransport transport) {
        return new ElasticsearchAlerts(new ElasticsearchClient(transport));
    }

    @Bean(destroyMethod = "close")
    DispositionLog dispositionLog(ConsoleSettings settings) {
        return new KafkaDispositions(settings.bootstrapServers());
    }

    @Bean
    ReportIndex reportIndex(RestClientTransport transport) {
        return new ElasticsearchReports(new ElasticsearchClient(transport));
    }

    @Bean
    SignalIndex signalIndex(RestClientTransport transport) {
        return new ElasticsearchSignals(new ElasticsearchClient(transport));
    }

    @Bean(destroyMethod = "close")
    KafkaPulse kafkaPulse(ConsoleSettings settings) {
        return new KafkaPulse(settings.bootstrapServers());
    }

    @Bean
    HealthProbe healthProbe(RestClientTransport transport, KafkaPulse kafka) {
        ElasticsearchClient elasticsearch = new ElasticsearchClient(transport);
        return () -> new Health(answers(elasticsearch), kafka.feel());
    }

    private static boolean answers(ElasticsearchClient elasticsearch) {
        try {
            return elasticsearch.ping().value();
        } catch (IOException | ElasticsearchException e) {
            return false;
        }
    }

    @Bean(destroyMethod = "close")
    AuditLog auditLog(ConsoleSettings settings, KafkaPulse pulse, Clock clock) {
        return new KafkaAudit(settings.bootstrapServers(), pulse, settings.folder(), clock);
    }

    @Bean
    AuditIndex auditIndex(RestClientTransport transport) {
        return new ElasticsearchAudit(new ElasticsearchClient(transport), AUDIT_PAGE);
    }

    @Bean
    AuditCheck auditCheck(ConsoleSettings settings) {
        return new KafkaAuditCheck(settings.bootstrapServers());
    }

    @Bean(destroyMethod = "close")
    AuditIndexer auditIndexer(ConsoleSettings settings, RestClientTransport transport) {
        AuditIndexer indexer = new AuditIndexer(settings.bootstrapServers(), new ElasticsearchClient(transport));
        indexer.start();
        return indexer;
    }

    @Bean(destroyMethod = "close")
    VersionLog versionLog(ConsoleSettings settings) {
        return new KafkaVersions(settings.bootstrapServers());
    }

    @Bean
    TopicCounts topicCounts(ConsoleSettings settings) {
        return new KafkaTopicCounts(settings.bootstrapServers());
    }

    @Bean
    Refusals refusals(RestClientTransport transport) {
        return new ElasticsearchRefusals(new ElasticsearchClient(transport));
    }

    @Bean
    Recordings recordings(ConsoleSettings settings) {
        return new KafkaRecordings(settings.bootstrapServers());
    }

    @Bean(destroyMethod = "close")
    TopicTail alertTail(ConsoleSettings settings, LiveAlerts live) {
        TopicTail tail = new TopicTail(settings.bootstrapServers(), "alerts", TopicTail.From.NOW, live::accept);
        tail.start();
        return tail;
    }
}
