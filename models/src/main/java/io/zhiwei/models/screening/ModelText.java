package io.zhiwei.models.screening;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.lexicon.Lexicon;
import io.zhiwei.models.measure.lexicon.LexiconDefinition;
import io.zhiwei.models.measure.lexicon.LexiconScanner;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.Spellings;
import io.zhiwei.models.text.TextNormaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The text measures of a model: what training and screening must share, so that both see the same normal form. */
public final class ModelText {

    private static final Path SPELLINGS = Path.of("reference", "spellings.yaml");

    private ModelText() {}

    /** Returns the normaliser that knows the sensitive words of the model's lexicon. */
    public static TextNormaliser normaliser(Model model) {
        Problems problems = new Problems(model.id() + "/model.yaml");
        Lexicon lexicon = lexicon(model, problems);
        problems.throwIfAny();
        return normaliser(lexicon);
    }

    /** Returns what the classifier sees of a text: its normal form without the wording that the law prescribes. */
    public static UnaryOperator<String> classifierText(Model model) {
        Problems problems = new Problems(model.id() + "/model.yaml");
        Lexicon lexicon = lexicon(model, problems);
        problems.throwIfAny();
        if (lexicon == null) {
            return text -> TextNormaliser.plain().normalise(text).text();
        }
        LexiconScanner scanner = lexicon.newScanner();
        return text -> {
            NormalText normal = lexicon.normaliser().normalise(text);
            return scanner.scan(normal).withoutPrescribed(normal.text());
        };
    }

    static TextNormaliser normaliser(@Nullable Lexicon lexicon) {
        return lexicon == null ? TextNormaliser.plain() : lexicon.normaliser();
    }

    /**
     * Reads and compiles the model's lexicon, or returns null where it has none.
     *
     * @throws DefinitionException if the lexicon is wrong
     */
    private static @Nullable Lexicon lexicon(Model model, Problems problems) {
        return compile(model, definition(model, problems), problems);
    }

    /** Compiles what the lexicon file of the model says; null where it has none. */
    static @Nullable Lexicon compile(Model model, @Nullable LexiconDefinition definition, Problems problems) {
        try {
            return definition == null ? null : Lexicon.compile(definition, readSpellings(model));
        } catch (IOException e) {
            problems.add(0, unreadable(model, e));
            return null;
        }
    }

    /**
     * Reads what the lexicon file of the model says, or returns null where it has none.
     *
     * @throws DefinitionException if the lexicon is wrong
     */
    static @Nullable LexiconDefinition definition(Model model, Problems problems) {
        String file = model.text().lexicon();
        if (file == null) {
            return null;
        }
        Problems own = lexiconProblems(model);
        try {
            LexiconDefinition definition = LexiconDefinition.read(model.folder().resolve(file), own);
            own.throwIfAny();
            return definition;
        } catch (IOException e) {
            problems.add(0, unreadable(model, e));
            return null;
        }
    }

    private static String unreadable(Model model, IOException e) {
        return "text.lexicon: '" + model.text().lexicon() + "' cannot be read: " + e.getMessage() + ".";
    }

    /** Notes a problem at every claim of the model's lexicon that nothing reads. */
    static void refuseIdleClaims(Model model, @Nullable LexiconDefinition definition, ClaimUse use, Problems problems) {
        if (definition != null) {
            Problems own = lexiconProblems(model);
            use.refuseIdle(definition, own);
            problems.addAll(own.found());
        }
    }

    private static Problems lexiconProblems(Model model) {
        return new Problems(model.id() + "/" + model.text().lexicon());
    }

    /** Returns the words whose disguises the model looks for. */
    public static Set<String> sensitiveWords(Model model) {
        Problems problems = new Problems(model.id() + "/model.yaml");
        Lexicon lexicon = lexicon(model, problems);
        problems.throwIfAny();
        return lexicon == null ? Set.of() : lexicon.sensitiveWords();
    }

    /** Returns the table of evasive spellings beside the model's library. */
    public static Spellings spellings(Model model) {
        try {
            return readSpellings(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library without the shared table still screens, without an eye for tricks. */
    private static Spellings readSpellings(Model model) throws IOException {
        Path file = model.folder().resolve("../..").resolve(SPELLINGS).normalize();
        if (!Files.exists(file)) {
            return Spellings.NONE;
        }
        Problems problems = new Problems(file.getFileName().toString());
        Spellings spellings = Spellings.read(file, problems);
        problems.throwIfAny();
        return spellings;
    }
}
