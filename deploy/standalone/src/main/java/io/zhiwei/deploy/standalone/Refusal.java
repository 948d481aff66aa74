package io.zhiwei.deploy.standalone;

/** Something that the user must mend: one sentence that says what and how. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes a refusal with its sentence. */
    public Refusal(String sentence) {
        super(sentence);
    }

    /** Makes a refusal with its sentence and what lies behind it. */
    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
