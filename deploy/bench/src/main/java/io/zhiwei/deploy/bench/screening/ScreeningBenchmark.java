package io.zhiwei.deploy.bench.screening;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.lexicon.Lexicon;
import io.zhiwei.models.measure.lexicon.LexiconDefinition;
import io.zhiwei.models.measure.lexicon.LexiconScanner;
import io.zhiwei.models.screening.ModelText;
import io.zhiwei.models.text.TextNormaliser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Screening of the same texts by a model's lexicon and by an automaton alone; one operation is all texts once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(java.util.concurrent.TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first.
public class ScreeningBenchmark {

    /** Folder of the model. */
    @Param("")
    public String folder = "";

    private String[] texts;
    private TextNormaliser normaliser;
    private LexiconScanner scanner;
    private AhoCorasickDoubleArrayTrie<String> automaton;

    /** Makes texts, lexicon and automaton. */
    @Setup
    public void prepare() throws IOException {
        Path place = folder.isEmpty() ? Home.find().models().resolve("medical-ads") : Path.of(folder);
        Model model = ModelLibrary.loadModel(place);
        texts = ScreeningTexts.make();
        Lexicon lexicon = lexicon(model);
        scanner = lexicon.newScanner();
        normaliser = ModelText.normaliser(model);
        automaton = automaton(lexicon);
    }

    /** Normal form, words and exceptions: what the pipeline does with a text before any indicator. */
    @Benchmark
    public void lexicon(Blackhole hole) {
        for (String text : texts) {
            hole.consume(scanner.scan(normaliser.normalise(text)));
        }
    }

    /** The words of the same lexicon in the text as it came, by the library alone. */
    @Benchmark
    public void automaton(Blackhole hole) {
        for (String text : texts) {
            automaton.parseText(text, (begin, end, word) -> {
                hole.consume(word);
            });
        }
    }

    static Lexicon lexicon(Model model) throws IOException {
        String file = Objects.requireNonNull(model.text().lexicon(), "the model has no lexicon");
        Problems problems = new Problems(file);
        LexiconDefinition definition = LexiconDefinition.read(model.folder().resolve(file), problems);
        problems.throwIfAny();
        return Lexicon.compile(definition);
    }

    private static AhoCorasickDoubleArrayTrie<String> automaton(Lexicon lexicon) {
        TreeMap<String, String> words = new TreeMap<>();
        lexicon.vocabulary().forEach(word -> words.put(word, word));
        AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();
        automaton.build(words);
        return automaton;
    }
}
