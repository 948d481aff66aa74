package io.zhiwei.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses logins from an address whose logins have failed too often within a short time. */
final class LoginThrottle extends OncePerRequestFilter {

    private static final int ATTEMPTS = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > ADDRESSES;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Attempts(Instant since, int number) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLogin(request) && tooMany(request.getRemoteAddr())) {
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/login");
    }

    /** Counts a login that failed. */
    synchronized void failed(String address) {
        Instant now = clock.instant();
        Attempts before = attempts.get(address);
        attempts.put(
                address,
                before == null || isOver(before, now)
                        ? new Attempts(now, 1)
                        : new Attempts(before.since(), before.number() + 1));
    }

    private synchronized boolean tooMany(String address) {
        Attempts known = attempts.get(address);
        return known != null && known.number() >= ATTEMPTS && !isOver(known, clock.instant());
    }

    private static boolean isOver(Attempts attempts, Instant now) {
        return attempts.since().plus(WITHIN).isBefore(now);
    }
}
