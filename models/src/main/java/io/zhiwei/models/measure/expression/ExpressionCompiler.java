package io.zhiwei.models.measure.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import io.zhiwei.models.definition.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one model, typed against its vocabulary. CEL is the language; plain ones skip its interpreter. */
public final class ExpressionCompiler {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'");

    private final Vocabulary vocabulary;
    private final CelRuntime runtime;
    private @Nullable CelCompiler compiler;
    private int wordsCompiled = -1;

    /** Makes a compiler; names may still be added to the vocabulary between expressions. */
    public ExpressionCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addLibraries(CelExtensions.strings())
                .build();
    }

    /**
     * Compiles an expression.
     *
     * @param source CEL text
     * @param expected type that the place of use needs
     * @throws ExpressionException with what is wrong and the nearest right name
     */
    public Expression compile(String source, ValueType expected) throws ExpressionException {
        CelAbstractSyntaxTree tree = check(source);
        if (!tree.getResultType().equals(expected.cel())) {
            throw new ExpressionException("'" + source + "' gives "
                    + tree.getResultType().name() + ", but " + expected.words() + " is expected here.");
        }
        SymbolCheck.check(tree, vocabulary);
        Optional<Expression.Term> fast = new FastPath(tree, vocabulary).compile();
        Expression.Term term = fast.isPresent() ? fast.get() : interpreted(tree);
        return new Expression(source, expected, term, fast.isPresent(), words(tree));
    }

    /** Compiles an expression so that the interpreter runs it even where a faster way exists: the yardstick of tests. */
    Expression compileInterpreted(String source, ValueType expected) throws ExpressionException {
        CelAbstractSyntaxTree tree = check(source);
        return new Expression(source, expected, interpreted(tree), false, words(tree));
    }

    private List<Vocabulary.Word> words(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(reference -> vocabulary.find(reference.getValue().name()).stream())
                .toList();
    }

    private CelAbstractSyntaxTree check(String source) throws ExpressionException {
        try {
            return compiler().compile(source).getAst();
        } catch (CelValidationException e) {
            throw new ExpressionException("'" + source + "' is not a valid expression: " + plain(e.getMessage()));
        }
    }

    private CelCompiler compiler() {
        if (compiler == null || wordsCompiled != vocabulary.words().size()) {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .addLibraries(CelExtensions.strings())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
            for (Vocabulary.Word word : vocabulary.words().values()) {
                CelType type = word.type().cel();
                builder.addVar(word.name(), type);
            }
            compiler = builder.build();
            wordsCompiled = vocabulary.words().size();
        }
        return compiler;
    }

    private String plain(@Nullable String celMessage) {
        String message = celMessage == null ? "" : celMessage;
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.find()) {
            String name = undeclared.group(1);
            return "there is no '" + name + "'."
                    + Problems.suggest(name, vocabulary.words().keySet());
        }
        int newline = message.indexOf('\n');
        String first = newline < 0 ? message : message.substring(0, newline);
        return first.replaceFirst("^ERROR: <input>:\\d+:(\\d+): ", "at column $1: ");
    }

    private Expression.Term interpreted(CelAbstractSyntaxTree tree) throws ExpressionException {
        CelRuntime.Program program;
        try {
            program = runtime.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new ExpressionException("cannot be planned: " + e.getMessage());
        }
        return facts -> {
            try {
                Object value = program.eval(facts);
                return value instanceof CelUnknownSet ? null : value;
            } catch (CelEvaluationException e) {
                return null;
            }
        };
    }
}
