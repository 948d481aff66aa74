package io.zhiwei.jobs.warning;

import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agencies to which an alert was handed, each once, the latest last. Transfers that are read again come to the same. */
final class Receivers {

    private Receivers() {}

    /** Returns the receivers after a decision; null is no decision. */
    static List<String> after(List<String> before, @Nullable Disposition decision) {
        String agency =
                decision == null || decision.getAction() != DispositionAction.TRANSFER ? null : decision.getAgency();
        if (agency == null || agency.isBlank()) {
            return before;
        }
        return Stream.concat(before.stream().filter(other -> !other.equals(agency)), Stream.of(agency))
                .toList();
    }
}
