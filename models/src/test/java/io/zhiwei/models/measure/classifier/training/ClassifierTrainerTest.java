package io.zhiwei.models.measure.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.measure.classifier.Artifact;
import io.zhiwei.models.measure.classifier.LinearModel.Span;
import io.zhiwei.models.measure.classifier.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainerTest {

    private static final String GRAMMAR = """
            slots:
              disease: [糖尿病, 高血压, 关节炎, 失眠]
              goods: [台灯, 书包, 苹果, 雨伞]
            rules:
              - {label: 1, kind: V01, count: 24, texts: ['三天治好<disease>', '<disease>从此断根', '告别<disease>，永不复发']}
              - {label: 0, kind: ordinary-ad, count: 24, texts: ['<goods>上新，欢迎选购', '本店<goods>八折', '<goods>质量三包']}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheCorpus() throws IOException {
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR);
        Files.writeString(
                folder.resolve("by-hand.tsv"),
                "label\tkind\tcategory\ttext\n1\tV01\tFOOD\t喝茶喝好了糖尿病\n0\tadvice\t-\t糖尿病患者要遵医嘱\n");
    }

    @Test
    void theSameSeedAndCorpusMakeTheSameClassifier() throws IOException {
        Path one = write(train(1), "one");
        Path other = write(train(1), "other");

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void learnsWhatTheCorpusShows() throws IOException {
        TextClassifier classifier = new TextClassifier(Artifact.read(write(train(1), "artifact")), true);

        assertThat(classifier.judge("三天治好失眠，永不复发").probability()).isGreaterThan(0.5);
        assertThat(classifier.judge("本店雨伞八折，欢迎选购").probability()).isLessThan(0.5);
    }

    @Test
    void itsReasonsLieInTheTextAndApart() {
        TextClassifier classifier = new TextClassifier(train(1), false);
        String text = "三天治好糖尿病，本店台灯八折，从此断根";

        List<Span> spans = classifier.strongest(text);

        assertThat(spans).isNotEmpty();
        for (Span span : spans) {
            assertThat(span.start()).isNotNegative().isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            assertThat(spans.stream().filter(other -> other.start() < span.end() && span.start() < other.end()))
                    .hasSize(1);
        }
    }

    @Test
    void theSecondStageIsAskedOnlyWhereTheFirstIsOpen() {
        Artifact made = train(1);
        Artifact closed = new Artifact(made.linear(), made.head(), made.first(), made.both(), 2, 3);

        assertThat(new TextClassifier(closed, true).judge("三天治好糖尿病").embedded()).isFalse();
        Artifact open = new Artifact(made.linear(), made.head(), made.first(), made.both(), 0, 1);
        assertThat(new TextClassifier(open, true).judge("三天治好糖尿病").embedded()).isTrue();
        assertThat(new TextClassifier(open, false).judge("三天治好糖尿病").embedded()).isFalse();
    }

    @Test
    void aDamagedArtifactSaysWhatToDo() throws IOException {
        Path file = folder.resolve("damaged");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {1, 2, 3, 4});
        }

        assertThatThrownBy(() -> Artifact.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Train it again");
    }

    @Test
    void anotherCorpusHasAnotherHash() throws IOException {
        String before = Corpus.read(folder, 1).hash();
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR.replace("台灯", "毛巾"));

        assertThat(Corpus.read(folder, 1).hash()).isNotEqualTo(before);
    }

    @Test
    void aWrongRowIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("by-hand.tsv"), "label\tkind\tcategory\ttext\n2\tV01\tFOOD\t喝茶\n");

        assertThatThrownBy(() -> Corpus.read(folder, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("by-hand.tsv:2");
    }

    private Artifact train(long seed) {
        List<Sample> samples = Corpus.read(folder, seed).samples();
        return new ClassifierTrainer(text -> text, seed, line -> {})
                .train(samples)
                .artifact();
    }

    private Path write(Artifact artifact, String name) throws IOException {
        Path file = folder.resolve(name);
        artifact.write(file);
        return file;
    }
}
