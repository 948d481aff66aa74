package io.zhiwei.console.audit;

import io.zhiwei.console.alert.AlertIndex;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Verifies the record every minute: what does not fit is in the log whether or not anybody looks at the page, and whoever does need
 * not wait until years have been read.
 */
@Component
final class AuditWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditWatch.class);

    private final AuditCheck check;
    private int said;

    AuditWatch(AuditCheck check) {
        this.check = check;
    }

    @Scheduled(fixedDelay = 60_000)
    void look() {
        try {
            say(check.check().problems());
        } catch (AlertIndex.UnavailableException away) {
            LOGGER.debug("audit not verified", away);
        }
    }

    private void say(List<String> problems) {
        for (String problem : problems.subList(Math.min(said, problems.size()), problems.size())) {
            LOGGER.error("audit record broken: {}. Run './zhiwei audit verify' and keep the topic as it is", problem);
        }
        said = problems.size();
    }
}
