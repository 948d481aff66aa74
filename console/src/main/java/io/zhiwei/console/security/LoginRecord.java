package io.zhiwei.console.security;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.audit.AuditLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Writes down who logged in and out, and who failed to. A login that cannot be written down is not one; everything else goes on
 * without.
 */
@Component
final class LoginRecord implements LogoutHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(LoginRecord.class);
    private static final String NOBODY = "-";

    private final AuditLog log;
    private final Accounts accounts;
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    LoginRecord(AuditLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
        onward.setDefaultTargetUrl("/alerts");
    }

    /** Writes a login down, or takes it back and says so. */
    void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        try {
            log.append(person.getName(), "LOGIN", "", from(request));
        } catch (UnavailableException e) {
            LOGGER.atWarn().setCause(e).log("A login cannot be written down");
            new SecurityContextLogoutHandler().logout(request, response, person);
            response.sendRedirect("/login?unavailable");
            return;
        }
        onward.onAuthenticationSuccess(request, response, person);
    }

    /** Writes down a login that failed. What is no account's name is not kept: it may be a password in the wrong field. */
    void failed(HttpServletRequest request) {
        String name = request.getParameter("username");
        String known = accounts.all().stream()
                .map(Accounts.Account::login)
                .filter(login -> login.equals(name))
                .findFirst()
                .orElse(NOBODY);
        tryToAppend(known, "LOGIN FAILED", request);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        if (person != null) {
            tryToAppend(person.getName(), "LOGOUT", request);
        }
    }

    private void tryToAppend(String who, String action, HttpServletRequest request) {
        try {
            log.append(who, action, "", from(request));
        } catch (UnavailableException e) {
            LOGGER.atWarn().addKeyValue("action", action).setCause(e).log("It cannot be written down");
        }
    }

    private static String from(HttpServletRequest request) {
        return "from " + request.getRemoteAddr();
    }
}
