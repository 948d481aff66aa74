package io.zhiwei.models.measure.classifier.training;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The labelled sentences of a model's training folder: hand-written files and what the grammar makes. */
public final class Corpus {

    private static final String HEADER = "label\tkind\tcategory\ttext";
    private static final int COLUMNS = 4;

    private final List<Sample> samples;
    private final String hash;

    private Corpus(List<Sample> samples, String hash) {
        this.samples = samples;
        this.hash = hash;
    }

    /**
     * Reads a training folder: every {@code .tsv} file, and {@code grammar.yaml} where there is one.
     *
     * @throws DefinitionException with file and line of every wrong row
     */
    public static Corpus read(Path folder, long seed) {
        List<Sample> samples = new ArrayList<>();
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.list(folder)) {
            Problems problems = new Problems(folder.toString());
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tsv")) {
                    digest.update(Files.readAllBytes(file));
                    readTable(file, samples, problems);
                } else if (name.equals(Grammar.FILE)) {
                    digest.update(Files.readAllBytes(file));
                    readGrammar(file, seed, samples, problems);
                }
            }
            problems.throwIfAny();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Corpus(distinct(samples), HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    /** Returns the samples: each text once. */
    public List<Sample> samples() {
        return samples;
    }

    /** Returns a hash of the files, 32 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    private static void readTable(Path file, List<Sample> samples, Problems folderProblems) throws IOException {
        String name = file.getFileName().toString();
        Problems problems = new Problems(name);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            problems.add(1, "the header must be: label, kind, category, text, separated by tabs.");
        }
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != COLUMNS || !(cells[0].equals("0") || cells[0].equals("1"))) {
                problems.add(i + 1, "needs 4 cells separated by tabs, the first of them 0 or 1.");
            } else {
                samples.add(new Sample(name, cells[0].equals("1"), cells[1], cells[2], cells[3]));
            }
        }
        folderProblems.addAll(problems.found());
    }

    private static void readGrammar(Path file, long seed, List<Sample> samples, Problems folderProblems)
            throws IOException {
        Problems problems = new Problems(Grammar.FILE);
        Grammar grammar = Grammar.read(file, problems);
        if (problems.found().isEmpty()) {
            samples.addAll(grammar.expand(seed));
        }
        folderProblems.addAll(problems.found());
    }

    private static List<Sample> distinct(List<Sample> samples) {
        Set<String> seen = new HashSet<>();
        return samples.stream().filter(sample -> seen.add(sample.text())).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
