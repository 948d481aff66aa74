package io.zhiwei.models.measure.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A part of a moment in a fixed zone: {@code timestamp(seconds).getHours('Asia/Shanghai')}.
 *
 * @param seconds expression of the moment, seconds since 1970
 * @param zone where the clock hangs
 * @param part what is read from it
 */
record CalendarPath(CelExpr seconds, ZoneId zone, ToLongFunction<ZonedDateTime> part) {

    static Optional<CalendarPath> of(CelExpr.CelCall call) {
        Optional<ToLongFunction<ZonedDateTime>> part = part(call.function());
        CelExpr target = call.target().orElseThrow();
        if (part.isEmpty() || !isTimestamp(target) || call.args().size() != 1) {
            return Optional.empty();
        }
        CelExpr zone = call.args().get(0);
        if (zone.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || zone.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return Optional.empty();
        }
        return zone(zone.constant().stringValue())
                .map(id -> new CalendarPath(target.call().args().get(0), id, part.get()));
    }

    private static boolean isTimestamp(CelExpr target) {
        return target.getKind() == CelExpr.ExprKind.Kind.CALL
                && target.call().function().equals("timestamp")
                && target.call().target().isEmpty();
    }

    private static Optional<ToLongFunction<ZonedDateTime>> part(String function) {
        return Optional.ofNullable(
                switch (function) {
                    case "getFullYear" -> ZonedDateTime::getYear;
                    case "getHours" -> ZonedDateTime::getHour;
                    case "getMinutes" -> ZonedDateTime::getMinute;
                    default -> null;
                });
    }

    /** A zone that does not exist is left to the interpreter, which gives no value. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    long value(long moment) {
        return part.applyAsLong(Instant.ofEpochSecond(moment).atZone(zone));
    }
}
