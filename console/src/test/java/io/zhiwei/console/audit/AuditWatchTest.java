package io.zhiwei.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.testing.MemoryAuditIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditWatchTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditWatch.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final MemoryAuditIndex record = new MemoryAuditIndex();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void hearNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void saysOnceWhatDoesNotFit() {
        AuditWatch watch = new AuditWatch(record);

        watch.look();
        assertThat(log.list).isEmpty();
        record.say("chain a: entry 7 was changed");
        watch.look();
        watch.look();
        record.say("chain a: entry 7 was changed", "chain b: entry 9 is missing");
        watch.look();

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.ERROR);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("entry 7 was changed"),
                        second -> assertThat(second).contains("entry 9 is missing"));
    }

    @Test
    void aTopicThatIsAwayIsNoBrokenRecord() {
        new AuditWatch(() -> {
                    throw new UnavailableException("Kafka", new IllegalStateException());
                })
                .look();

        assertThat(log.list).isEmpty();
    }
}
