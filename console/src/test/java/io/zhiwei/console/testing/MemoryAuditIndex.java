package io.zhiwei.console.testing;

import io.zhiwei.console.audit.AuditCheck;
import io.zhiwei.console.audit.AuditCursor;
import io.zhiwei.console.audit.AuditIndex;
import io.zhiwei.console.audit.AuditPage;
import io.zhiwei.console.audit.AuditQuery;
import io.zhiwei.console.audit.AuditView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of two entries, each a page of its own, whose chain can be broken. */
public final class MemoryAuditIndex implements AuditIndex, AuditCheck {

    private static final List<AuditView> ENTRIES = List.of(
            entry(2, "li", "POST /alerts/{id}/dispositions", "a1", "action=REJECT; reason=<b>正常</b>广告"),
            entry(1, "li", "LOGIN", "", "from 127.0.0.1"));

    private List<String> problems = List.of();

    private static AuditView entry(long number, String who, String action, String object, String detail) {
        Instant at = Instant.parse("2026-03-02T04:05:00Z").plusSeconds(number);
        return new AuditView("chain", number, at, who, action, object, detail, "0123456789abcdef" + number);
    }

    /** Says from now on that something does not fit; nothing: that all does. */
    public void say(String... what) {
        problems = List.of(what);
    }

    @Override
    public AuditPage list(AuditQuery query, @Nullable AuditCursor after) {
        List<AuditView> found = ENTRIES.stream()
                .filter(one -> query.action() == null || query.action().equals(one.action()))
                .filter(one -> after == null || one.number() < after.number())
                .toList();
        AuditView first = found.get(0);
        return new AuditPage(
                List.of(first),
                found.size(),
                found.size() > 1 ? new AuditCursor(first.at().toEpochMilli(), first.number(), first.chain()) : null);
    }

    @Override
    public List<String> actions() {
        return List.of("LOGIN", "POST /alerts/{id}/dispositions", "POST /unheard/of");
    }

    @Override
    public List<String> people() {
        return List.of("li");
    }

    @Override
    public Verdict check() {
        return new Verdict(ENTRIES.size(), ENTRIES.get(0).at(), problems);
    }
}
