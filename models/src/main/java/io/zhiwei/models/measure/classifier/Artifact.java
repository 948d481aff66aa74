package io.zhiwei.models.measure.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * What training made: both models, their calibrations and where the texts lie that the first stage leaves open.
 *
 * @param linear n-gram model
 * @param head embedding head
 * @param first calibration of the first stage
 * @param both calibration of both stages together
 * @param openFrom smallest probability of the first stage that is left to the second
 * @param openTo largest one
 */
public record Artifact(
        LinearModel linear, EmbeddingHead head, Calibration first, Calibration both, double openFrom, double openTo) {

    /** Returns whether a probability of the first stage is left to the second. */
    public boolean leavesOpen(double probability) {
        return probability >= openFrom && probability <= openTo;
    }

    /** Name of the file in the model's training folder. */
    public static final String FILE = "classifier.bin.gz";

    private static final int MAGIC = 0x5A57_0001;

    /**
     * Reads an artifact.
     *
     * @throws IOException if there is none or it is damaged; the message says what to do
     */
    public static Artifact read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new GZIPInputStream(raw, 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file.getFileName() + " is not a classifier of this version. Train it again.");
            }
            short[] weights = new short[Ngrams.BUCKETS];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readShort();
            }
            LinearModel linear = new LinearModel(weights, in.readFloat(), in.readFloat());
            float[] dimensions = new float[SentenceEmbedding.DIMENSIONS];
            for (int i = 0; i < dimensions.length; i++) {
                dimensions[i] = in.readFloat();
            }
            EmbeddingHead head = new EmbeddingHead(dimensions, in.readFloat());
            return new Artifact(linear, head, calibration(in), calibration(in), in.readDouble(), in.readDouble());
        } catch (NoSuchFileException e) {
            throw new IOException(file.getFileName() + " is missing. Train it first.", e);
        } catch (EOFException | ZipException e) {
            throw new IOException(file.getFileName() + " is damaged. Train it again.", e);
        }
    }

    /** Writes the artifact. */
    public void write(Path file) throws IOException {
        try (OutputStream raw = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(new GZIPOutputStream(raw, 1 << 16))) {
            out.writeInt(MAGIC);
            for (short weight : linear.weights()) {
                out.writeShort(weight);
            }
            out.writeFloat(linear.scale());
            out.writeFloat(linear.bias());
            for (float weight : head.weights()) {
                out.writeFloat(weight);
            }
            out.writeFloat(head.bias());
            write(out, first);
            write(out, both);
            out.writeDouble(openFrom);
            out.writeDouble(openTo);
        }
    }

    private static Calibration calibration(DataInputStream in) throws IOException {
        return new Calibration(in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static void write(DataOutputStream out, Calibration calibration) throws IOException {
        out.writeDouble(calibration.bias());
        out.writeDouble(calibration.linear());
        out.writeDouble(calibration.head());
    }
}
