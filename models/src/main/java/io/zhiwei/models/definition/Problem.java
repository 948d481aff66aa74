package io.zhiwei.models.definition;

/**
 * Something wrong in a definition file.
 *
 * @param file file name, relative to the model library
 * @param line line in the file, from 1; 0 where the whole file is meant
 * @param message what is wrong and how to mend it
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
