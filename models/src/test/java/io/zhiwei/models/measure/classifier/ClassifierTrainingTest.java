package io.zhiwei.models.measure.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.measure.classifier.training.ClassifierTrainer;
import io.zhiwei.models.measure.classifier.training.Corpus;
import io.zhiwei.models.measure.classifier.training.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTrainingTest {

    private static final String HEADER = "label\tkind\tcategory\ttext\n";
    private static final String GRAMMAR = """
            slots:
              disease: [糖尿病, 高血压, 痛风, 关节炎]
              product: [茶, 膏, '<plant>胶囊']
              plant: [灵芝, 人参]
              goods: [大米, 书包, 电饭煲]
            rules:
              - {label: 1, kind: V01, count: 30, texts: ['<product>根治<disease>，永不复发', '一个疗程告别<disease>']}
              - {label: 0, kind: ordinary-ad, count: 30, texts: ['<goods>八折优惠', '新款<goods>到店，欢迎选购']}
            """;

    private Path folder;

    @BeforeEach
    void writeASmallCorpus(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR);
        Files.writeString(
                folder.resolve("by-hand.tsv"),
                HEADER + "1\tV02\tMED\t治愈率高达98%\n0\tleaflet\tOTC\t请在医师指导下使用\n0\tordinary-ad\t-\t大米八折优惠\n");
    }

    @Test
    void theSameSeedAndCorpusMakeTheSameClassifierByteForByte() throws IOException {
        byte[] first = trained(Corpus.read(folder, 1), 1, "first.bin.gz");
        byte[] second = trained(Corpus.read(folder, 1), 1, "second.bin.gz");
        byte[] other = trained(Corpus.read(folder, 2), 2, "third.bin.gz");

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void learnsToTellTheLabelsApart() {
        Corpus corpus = Corpus.read(folder, 1);

        TextClassifier classifier =
                new TextClassifier(train(corpus.samples(), 1).artifact(), true);

        assertThat(classifier.judge("灵芝胶囊根治痛风,永不复发").probability()).isGreaterThan(0.5);
        assertThat(classifier.judge("新款书包八折优惠").probability()).isLessThan(0.5);
    }

    @Test
    void theHashChangesWithTheCorpusAndOnlyWithIt() throws IOException {
        String hash = Corpus.read(folder, 1).hash();

        assertThat(Corpus.read(folder, 2).hash()).isEqualTo(hash).hasSize(32);
        Files.writeString(folder.resolve("notes.txt"), "not a part of the corpus");
        assertThat(Corpus.read(folder, 1).hash()).isEqualTo(hash);
        Files.writeString(folder.resolve("more.tsv"), HEADER + "1\tV01\t-\t包治百病\n");
        assertThat(Corpus.read(folder, 1).hash()).isNotEqualTo(hash);
    }

    @Test
    void theCorpusHoldsEachTextOnceAndKnowsItsFile() {
        List<Sample> samples = Corpus.read(folder, 1).samples();

        assertThat(samples).extracting(Sample::text).doesNotHaveDuplicates().noneMatch(text -> text.contains("<"));
        assertThat(samples).contains(new Sample("by-hand.tsv", true, "V02", "MED", "治愈率高达98%"));
        assertThat(samples).anyMatch(sample -> sample.source().equals("grammar.yaml") && sample.violating());
    }

    @Test
    void theSameSeedMakesTheSameSentences() {
        assertThat(Corpus.read(folder, 5).samples())
                .isEqualTo(Corpus.read(folder, 5).samples());
    }

    @Test
    void refusesAWrongRowWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("bad.tsv"), HEADER + "1\tV01\t-\t根治\nyes\tV01\t-\t根治\n1\tV01\t根治\n");

        assertThatThrownBy(() -> Corpus.read(folder, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("""
                        bad.tsv:3: needs 4 cells separated by tabs, the first of them 0 or 1.
                        bad.tsv:4: needs 4 cells separated by tabs, the first of them 0 or 1.""");
    }

    @Test
    void refusesAnUnknownSlotWithFileLineAndTheNearestName() throws IOException {
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR.replace("告别<disease>", "告别<diseas>"));

        assertThatThrownBy(() -> Corpus.read(folder, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("grammar.yaml:7: rules: there is no slot 'diseas'. Did you mean 'disease'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"goods: []", "goods:"})
    void refusesASlotThatNothingFillsWithFileAndLine(String slot) throws IOException {
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR.replace("goods: [大米, 书包, 电饭煲]", slot));

        assertThatThrownBy(() -> Corpus.read(folder, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("grammar.yaml:5: slots.goods: has no filler. Give at least one text, or '' for nothing, or"
                        + " take the slot away.");
    }

    @Test
    void aSlotMayBeFilledWithNothing() throws IOException {
        Files.writeString(folder.resolve("grammar.yaml"), GRAMMAR.replace("[大米, 书包, 电饭煲]", "['']"));

        assertThat(Corpus.read(folder, 1).samples()).extracting(Sample::text).contains("八折优惠");
    }

    @Test
    void refusesARuleThatSaysNothing() throws IOException {
        Files.writeString(folder.resolve("grammar.yaml"), "slots: {}\nrules:\n  - {label: 1, kind: V01, texts: []}\n");

        assertThatThrownBy(() -> Corpus.read(folder, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("grammar.yaml:3: rules: texts is empty. Give at least one sentence.");
    }

    @Test
    void anArtifactReadsAsItWasWritten() throws IOException {
        Artifact written = train(Corpus.read(folder, 1).samples(), 1).artifact();
        Path file = folder.resolve(Artifact.FILE);

        written.write(file);
        Artifact read = Artifact.read(file);

        for (String text : List.of("根治糖尿病", "大米八折优惠", "")) {
            assertThat(read.linear().logit(text)).isEqualTo(written.linear().logit(text));
        }
        float[] embedding = new float[SentenceEmbedding.DIMENSIONS];
        Arrays.fill(embedding, 0.1f);
        assertThat(read.head().logit(embedding)).isEqualTo(written.head().logit(embedding));
        assertThat(List.of(read.first(), read.both(), read.openFrom(), read.openTo()))
                .isEqualTo(List.of(written.first(), written.both(), written.openFrom(), written.openTo()));
    }

    @Test
    void aTruncatedArtifactSaysWhatToDo() throws IOException {
        Path file = folder.resolve(Artifact.FILE);
        byte[] bytes = trained(Corpus.read(folder, 1), 1, Artifact.FILE);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> Artifact.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("classifier.bin.gz is damaged. Train it again.");
    }

    @Test
    void aFileThatIsNoArtifactSaysWhatToDo() throws IOException {
        Path file = folder.resolve(Artifact.FILE);
        Files.writeString(file, "not a classifier");

        assertThatThrownBy(() -> Artifact.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("classifier.bin.gz is damaged. Train it again.");
    }

    @Test
    void anArtifactOfAnotherVersionSaysWhatToDo() throws IOException {
        Path file = folder.resolve(Artifact.FILE);
        try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[64]);
        }

        assertThatThrownBy(() -> Artifact.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("classifier.bin.gz is not a classifier of this version. Train it again.");
    }

    @Test
    void aMissingArtifactSaysWhatToDo() {
        assertThatThrownBy(() -> Artifact.read(folder.resolve(Artifact.FILE)))
                .isInstanceOf(IOException.class)
                .hasMessage("classifier.bin.gz is missing. Train it first.");
    }

    private byte[] trained(Corpus corpus, long seed, String name) throws IOException {
        Path file = folder.resolve(name);
        train(corpus.samples(), seed).artifact().write(file);
        return Files.readAllBytes(file);
    }

    private static ClassifierTrainer.Result train(List<Sample> samples, long seed) {
        return new ClassifierTrainer(text -> text, seed, line -> {}).train(samples);
    }
}
