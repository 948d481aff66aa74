package io.zhiwei.models.measure.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.zhiwei.models.definition.Problems;
import java.util.List;
import java.util.Optional;

/** Refuses comparisons of an enumerated field with a text that it can never hold. */
final class SymbolCheck {

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;

    private SymbolCheck(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.vocabulary = vocabulary;
    }

    static void check(CelAbstractSyntaxTree tree, Vocabulary vocabulary) throws ExpressionException {
        new SymbolCheck(tree, vocabulary).visit(tree.getExpr());
    }

    private void visit(CelExpr node) throws ExpressionException {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        List<CelExpr> arguments = node.call().args();
        for (CelExpr argument : arguments) {
            visit(argument);
        }
        if (arguments.size() == 2) {
            compare(arguments.get(0), arguments.get(1));
            compare(arguments.get(1), arguments.get(0));
        }
    }

    private void compare(CelExpr name, CelExpr value) throws ExpressionException {
        Optional<Vocabulary.Word> word = FastPath.word(tree, vocabulary, name);
        if (word.isEmpty() || word.get().symbols().isEmpty()) {
            return;
        }
        if (value.getKind() == CelExpr.ExprKind.Kind.LIST) {
            for (CelExpr element : value.list().elements()) {
                refuseForeign(word.get(), element);
            }
        } else {
            refuseForeign(word.get(), value);
        }
    }

    private static void refuseForeign(Vocabulary.Word word, CelExpr value) throws ExpressionException {
        if (value.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && value.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && !word.symbols().contains(value.constant().stringValue())) {
            String text = value.constant().stringValue();
            throw new ExpressionException(
                    "'" + word.name() + "' is never '" + text + "'." + Problems.suggest(text, word.symbols()));
        }
    }
}
