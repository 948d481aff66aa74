package io.zhiwei.models.measure.classifier;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Sentence embeddings of a small model that comes inside its own jar: 512 numbers, about ten milliseconds a text. The
 * latest texts are remembered, because the same creative is seen again and again. Thread-safe.
 */
public final class SentenceEmbedding {

    /** Length of an embedding. */
    public static final int DIMENSIONS = 512;

    private static final int REMEMBERED = 4_096;
    private static final int LONGEST = 480;

    private final Encoder model = new Encoder();
    private final Map<String, float[]> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final class Holder {
        static final SentenceEmbedding SHARED = new SentenceEmbedding();
    }

    private SentenceEmbedding() {}

    /** Returns the one instance of the process: the weights take 60 MB. */
    public static SentenceEmbedding shared() {
        return Holder.SHARED;
    }

    /** Returns the embedding of a text, of which the first 480 characters count. */
    public float[] embed(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        synchronized (remembered) {
            float[] known = remembered.get(head);
            if (known != null) {
                return known;
            }
        }
        float[] vector = model.embed(head.isBlank() ? "空" : head).content().vector();
        synchronized (remembered) {
            remembered.put(head, vector);
        }
        return vector;
    }

    /**
     * The model of the jar in a session of one thread that sleeps when it has nothing to do. By default the runtime takes
     * every core and lets its threads spin, which takes the processor from the rest of the job.
     */
    private static final class Encoder extends AbstractInProcessEmbeddingModel {

        private static final String WEIGHTS = "/bge-small-zh-v1.5-q.onnx";
        private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

        private final OnnxBertBiEncoder encoder;

        Encoder() {
            super(Runnable::run);
            try (InputStream weights = open(WEIGHTS);
                    InputStream tokenizer = open(TOKENIZER);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                OrtSession session = environment.createSession(weights.readAllBytes(), options);
                encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
            } catch (IOException e) {
                throw new UncheckedIOException("the sentence embedding cannot be read from its jar", e);
            } catch (OrtException e) {
                throw new IllegalStateException("the sentence embedding does not run on this machine", e);
            }
        }

        private static InputStream open(String resource) {
            return Objects.requireNonNull(SentenceEmbedding.class.getResourceAsStream(resource), resource);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}
