package io.zhiwei.models.measure.classifier;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Sentence embeddings of a small model that comes inside its own jar: 512 numbers, about ten milliseconds a text. The
 * latest texts are remembered, because the same creative is seen again and again. Thread-safe.
 */
public final class SentenceEmbedding {

    /** Length of an embedding. */
    public static final int DIMENSIONS = 512;

    private static final int REMEMBERED = 4_096;
    private static final int LONGEST = 480;
    private static final Executor CALLER = Runnable::run;

    private final EmbeddingModel model = new BgeSmallZhV15QuantizedEmbeddingModel(CALLER);
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
}
