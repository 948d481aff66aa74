package io.zhiwei.models.measure.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.zhiwei.models.measure.expression.Expression.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the plain part of CEL (names, constants, comparisons, "in" a constant list, and, or, not, ?:, size of a list,
 * arithmetic, common functions of texts, clock and calendar of a time) into closures over the facts' places. What it does not know it leaves to the interpreter.
 */
final class FastPath {

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;
    /** Name of the member of the list that is being looked through. */
    private @Nullable String member;

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
            case COMPREHENSION -> filter(node.comprehension());
            case IDENT, SELECT ->
                isMember(node)
                        ? Facts::member
                        : word(tree, vocabulary, node).map(FastPath::lookUp).orElse(null);
            case CALL -> call(node.call());
            default -> null;
        };
    }

    private boolean isMember(CelExpr node) {
        return member != null
                && node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(member);
    }

    /** Of the macros that look through a list only {@code list.filter(member, condition)}. */
    private @Nullable Term filter(CelExpr.CelComprehension macro) {
        CelExpr step = macro.loopStep();
        if (member != null || !isFilter(macro, step)) {
            return null;
        }
        Term list = term(macro.iterRange());
        member = macro.iterVar();
        Term condition = term(step.call().args().get(0));
        member = null;
        return list == null || condition == null
                ? null
                : facts -> list.value(facts) instanceof List<?> all ? filtered(all, condition, facts) : null;
    }

    private static boolean isFilter(CelExpr.CelComprehension macro, CelExpr step) {
        if (step.getKind() != CelExpr.ExprKind.Kind.CALL
                || !step.call().function().equals("_?_:_")) {
            return false;
        }
        CelExpr added = step.call().args().get(1);
        return added.getKind() == CelExpr.ExprKind.Kind.CALL
                && added.call().function().equals("_+_")
                && added.call().args().get(1).getKind() == CelExpr.ExprKind.Kind.LIST
                && added.call().args().get(1).list().elements().size() == 1
                && added.call().args().get(1).list().elements().get(0).getKind() == CelExpr.ExprKind.Kind.IDENT
                && added.call()
                        .args()
                        .get(1)
                        .list()
                        .elements()
                        .get(0)
                        .ident()
                        .name()
                        .equals(macro.iterVar());
    }

    /** Unknown where the condition is unknown for a member. */
    private static @Nullable List<Object> filtered(List<?> all, Term condition, Facts facts) {
        List<Object> kept = new ArrayList<>(all.size());
        Object before = facts.exchangeMember(null);
        try {
            for (Object one : all) {
                facts.exchangeMember(one);
                Object holds = condition.value(facts);
                if (holds == null) {
                    return null;
                }
                if (Boolean.TRUE.equals(holds)) {
                    kept.add(one);
                }
            }
            return kept;
        } finally {
            facts.exchangeMember(before);
        }
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
            return method(call);
        }
        List<CelExpr> arguments = call.args();
        return switch (call.function()) {
            case "_&&_" -> combine(arguments, Boolean.FALSE);
            case "_||_" -> combine(arguments, Boolean.TRUE);
            case "!_" -> not(arguments.get(0));
            case "_?_:_" -> choose(arguments);
            case "@in" -> in(arguments);
            case "size" -> size(arguments.get(0));
            case "_+_", "_-_", "_*_", "_/_", "_%_" -> arithmetic(call.function(), arguments);
            case "double" -> real(arguments.get(0));
            case "int" -> whole(arguments.get(0));
            case "string" -> string(arguments.get(0));
            case "_[_]" -> element(arguments.get(0), arguments.get(1));
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

    private @Nullable Term method(CelExpr.CelCall call) {
        CelExpr target = call.target().orElseThrow();
        return switch (call.function()) {
            case "contains", "matches", "substring", "indexOf" -> {
                Term text = term(target);
                List<Term> arguments = call.args().stream()
                        .map(this::term)
                        .filter(Objects::nonNull)
                        .toList();
                yield text == null || arguments.size() != call.args().size()
                        ? null
                        : TextPath.of(call.function(), text, call.args(), arguments);
            }
            default -> CalendarPath.of(call).map(this::calendar).orElse(null);
        };
    }

    private @Nullable Term whole(CelExpr argument) {
        Term inner = term(argument);
        return inner == null || type(argument) != SimpleType.DOUBLE
                ? null
                : facts -> inner.value(facts) instanceof Double number ? Arithmetic.truncated(number) : null;
    }

    private @Nullable Term string(CelExpr argument) {
        Term inner = term(argument);
        return inner == null || type(argument) != SimpleType.INT
                ? null
                : facts -> inner.value(facts) instanceof Long number ? number.toString() : null;
    }

    private @Nullable Term element(CelExpr list, CelExpr index) {
        Term elements = term(list);
        Term place = term(index);
        return elements == null || place == null
                ? null
                : facts -> elements.value(facts) instanceof List<?> all
                                && place.value(facts) instanceof Long number
                                && number >= 0
                                && number < all.size()
                        ? all.get(number.intValue())
                        : null;
    }

    private @Nullable Term calendar(CalendarPath path) {
        Term seconds = term(path.seconds());
        return seconds == null
                ? null
                : facts -> seconds.value(facts) instanceof Long value ? (Object) path.value(value) : null;
    }

    private @Nullable Term real(CelExpr argument) {
        Term inner = term(argument);
        return inner == null || type(argument) == SimpleType.STRING
                ? null
                : facts -> inner.value(facts) instanceof Number number ? (Object) number.doubleValue() : null;
    }

    private @Nullable CelType type(CelExpr node) {
        return tree.getType(node.id()).orElse(null);
    }

    /** Of two whole numbers, or of two others: CEL mixes them in comparisons only. */
    private @Nullable Term arithmetic(String operator, List<CelExpr> arguments) {
        Term left = term(arguments.get(0));
        Term right = term(arguments.get(1));
        CelType type = type(arguments.get(0));
        if (left != null && right != null && type == SimpleType.STRING) {
            return facts ->
                    left.value(facts) instanceof String a && right.value(facts) instanceof String b ? a + b : null;
        }
        if (left == null || right == null || !(type == SimpleType.INT || type == SimpleType.DOUBLE)) {
            return null;
        }
        boolean whole = type == SimpleType.INT;
        return facts -> {
            Object a = left.value(facts);
            Object b = right.value(facts);
            if (a == null || b == null) {
                return null;
            }
            return whole
                    ? Arithmetic.whole(operator, (Long) a, (Long) b)
                    : (Object) Arithmetic.real(operator, (Double) a, (Double) b);
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
