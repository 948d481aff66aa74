package io.zhiwei.models.measure.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.zhiwei.models.measure.expression.Expression.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of a text. Places are counted in code points, as CEL does. */
final class TextPath {

    private TextPath() {}

    /**
     * Returns the call as a closure, null where the interpreter must run it.
     *
     * @param text the text
     * @param sources the arguments
     * @param arguments the arguments as closures
     */
    static @Nullable Term of(String function, Term text, List<CelExpr> sources, List<Term> arguments) {
        return switch (function) {
            case "contains" -> contains(text, arguments.get(0));
            case "matches" -> matches(text, sources.get(0));
            case "indexOf" -> arguments.size() == 1 ? indexOf(text, arguments.get(0)) : null;
            default -> substring(text, arguments);
        };
    }

    private static Term contains(Term text, Term part) {
        return facts -> text.value(facts) instanceof String whole && part.value(facts) instanceof String sought
                ? whole.contains(sought)
                : null;
    }

    private static @Nullable Term matches(Term text, CelExpr source) {
        if (source.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || source.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(source.constant().stringValue());
            return facts -> text.value(facts) instanceof String whole
                    ? (Object) pattern.matcher(whole).find()
                    : null;
        } catch (PatternSyntaxException wrong) {
            return null;
        }
    }

    private static Term indexOf(Term text, Term part) {
        return facts -> {
            if (!(text.value(facts) instanceof String whole) || !(part.value(facts) instanceof String sought)) {
                return null;
            }
            int place = whole.indexOf(sought);
            return place < 0 ? -1L : (long) whole.codePointCount(0, place);
        };
    }

    private static Term substring(Term text, List<Term> range) {
        return facts -> {
            if (!(text.value(facts) instanceof String whole) || !(range.get(0).value(facts) instanceof Long from)) {
                return null;
            }
            long length = whole.codePointCount(0, whole.length());
            Object to = range.size() > 1 ? range.get(1).value(facts) : (Object) length;
            return to instanceof Long end && from >= 0 && from <= end && end <= length
                    ? whole.substring(
                            whole.offsetByCodePoints(0, from.intValue()), whole.offsetByCodePoints(0, end.intValue()))
                    : null;
        };
    }
}
