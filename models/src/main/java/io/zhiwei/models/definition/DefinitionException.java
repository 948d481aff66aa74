package io.zhiwei.models.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that cannot be used, with every problem found in it. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Makes the exception for one or more problems. */
    public DefinitionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
