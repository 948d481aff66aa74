package io.zhiwei.models.measure.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import io.zhiwei.models.measure.expression.Expression.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the plain part of CEL (names, constants, comparisons, "in" a constant list, and, or, not, ?:, size of a list)
 * into closures over the facts' places. What it does not know it leaves to the interpreter.
 */
final class FastPath {

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;

    FastPath(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.vocabulary = vocabulary;
    }

    Optional<Term> compile() {
        return Optional.ofNullable(term(tree.getExpr()));
    }

    static Optional<Vocabulary.Word> word(CelAbstractSyntaxTree tree, Vocabulary vocabulary, CelExpr node) {
        return tree.getReference(node.id()).map(CelReference::name).flatMap(vocabulary::find);
    }

    private @Nullable Term term(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> constant(node.constant());
            case IDENT, SELECT ->
                word(tree, vocabulary, node).map(FastPath::lookUp).orElse(null);
            case CALL -> call(node.call());
            default -> null;
        };
    }

    private static Term lookUp(Vocabulary.Word word) {
        int slot = word.slot();
        return facts -> facts.get(slot);
    }

    private static @Nullable Term constant(CelConstant constant) {
        Object value = switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            default -> null;
        };
        return value == null ? null : facts -> value;
    }

    private @Nullable Term call(CelExpr.CelCall call) {
        if (call.target().isPresent()) {
            return null;
        }
        List<CelExpr> arguments = call.args();
        return switch (call.function()) {
            case "_&&_" -> combine(arguments, Boolean.FALSE);
            case "_||_" -> combine(arguments, Boolean.TRUE);
            case "!_" -> not(arguments.get(0));
            case "_?_:_" -> choose(arguments);
            case "@in" -> in(arguments);
            case "size" -> size(arguments.get(0));
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" -> compare(call.function(), arguments);
            default -> null;
        };
    }

    /** Three-valued and/or: the deciding value wins over unknown, whatever the order. */
    private @Nullable Term combine(List<CelExpr> arguments, Boolean deciding) {
        Term left = term(arguments.get(0));
        Term right = term(arguments.get(1));
        if (left == null || right == null) {
            return null;
        }
        return facts -> {
            Object a = left.value(facts);
            if (deciding.equals(a)) {
                return deciding;
            }
            Object b = right.value(facts);
            if (deciding.equals(b)) {
                return deciding;
            }
            return a == null || b == null ? null : !deciding;
        };
    }

    private @Nullable Term not(CelExpr argument) {
        Term inner = term(argument);
        return inner == null
                ? null
                : facts -> {
                    Object value = inner.value(facts);
                    return value == null ? null : !((Boolean) value);
                };
    }

    private @Nullable Term choose(List<CelExpr> arguments) {
        Term condition = term(arguments.get(0));
        Term yes = term(arguments.get(1));
        Term no = term(arguments.get(2));
        if (condition == null || yes == null || no == null) {
            return null;
        }
        return facts -> {
            Object value = condition.value(facts);
            if (value == null) {
                return null;
            }
            return (Boolean) value ? yes.value(facts) : no.value(facts);
        };
    }

    private @Nullable Term in(List<CelExpr> arguments) {
        Term needle = term(arguments.get(0));
        if (needle == null) {
            return null;
        }
        CelExpr haystack = arguments.get(1);
        if (haystack.getKind() == CelExpr.ExprKind.Kind.LIST) {
            Set<Object> members = new HashSet<>();
            for (CelExpr element : haystack.list().elements()) {
                if (element.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                        || element.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                    return null;
                }
                members.add(element.constant().stringValue());
            }
            return facts -> {
                Object value = needle.value(facts);
                return value == null ? null : members.contains(value);
            };
        }
        Term list = term(haystack);
        return list == null
                ? null
                : facts -> {
                    Object value = needle.value(facts);
                    Object members = list.value(facts);
                    return value == null || members == null ? null : ((List<?>) members).contains(value);
                };
    }

    private @Nullable Term size(CelExpr argument) {
        Term inner = term(argument);
        return inner == null
                ? null
                : facts -> {
                    Object value = inner.value(facts);
                    if (value instanceof String text) {
                        return (long) text.codePointCount(0, text.length());
                    }
                    return value instanceof List<?> list ? (Object) (long) list.size() : null;
                };
    }

    private @Nullable Term compare(String operator, List<CelExpr> arguments) {
        Term left = term(arguments.get(0));
        Term right = term(arguments.get(1));
        if (left == null || right == null) {
            return null;
        }
        return facts -> {
            Object a = left.value(facts);
            Object b = right.value(facts);
            return a == null || b == null ? null : compare(operator, a, b);
        };
    }

    private static @Nullable Object compare(String operator, Object a, Object b) {
        return switch (operator) {
            case "_==_" -> same(a, b);
            case "_!=_" -> !same(a, b);
            case "_<_" -> order(a, b) < 0;
            case "_<=_" -> order(a, b) <= 0;
            case "_>_" -> order(a, b) > 0;
            default -> order(a, b) >= 0;
        };
    }

    private static boolean same(Object a, Object b) {
        return a instanceof Number && b instanceof Number ? order(a, b) == 0 : a.equals(b);
    }

    private static int order(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        return a instanceof Boolean x ? Boolean.compare(x, (Boolean) b) : ((String) a).compareTo((String) b);
    }
}
