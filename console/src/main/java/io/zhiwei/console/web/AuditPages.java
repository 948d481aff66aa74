package io.zhiwei.console.web;

import io.zhiwei.console.audit.AuditCheck;
import io.zhiwei.console.audit.AuditCursor;
import io.zhiwei.console.audit.AuditIndex;
import io.zhiwei.console.audit.AuditQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of who saw, decided and changed what, and whether it is whole. */
@Controller
class AuditPages {

    private final AuditIndex index;
    private final AuditCheck check;

    AuditPages(AuditIndex index, AuditCheck check) {
        this.index = index;
        this.check = check;
    }

    @GetMapping("/audit")
    String audit(AuditQuery query, @RequestParam(required = false) @Nullable String after, Model page) {
        page.addAttribute("page", index.list(query, AuditCursor.parse(after).orElse(null)));
        page.addAttribute("query", query);
        page.addAttribute("first", after == null);
        page.addAttribute("actions", index.actions());
        page.addAttribute("people", index.people());
        page.addAttribute("verdict", check.check());
        return "audit";
    }
}
