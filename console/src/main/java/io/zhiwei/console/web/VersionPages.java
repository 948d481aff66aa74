package io.zhiwei.console.web;

import io.zhiwei.console.version.Edit;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.console.version.VersionDesk.MeanwhileException;
import io.zhiwei.console.version.VersionDesk.NotSubmittedException;
import io.zhiwei.console.version.VersionDesk.OwnVersionException;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.schemas.ModelState;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes new versions of models, and decisions about them. */
@Controller
class VersionPages {

    private final VersionDesk desk;

    VersionPages(VersionDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/models/{id}/versions")
    ModelAndView edit(@PathVariable String id, Edit edit, Principal person) {
        requireModel(id);
        return edit.problem().isPresent()
                ? RefusedPage.of(HttpStatus.BAD_REQUEST, id, edit.problem().get())
                : answer(id, () -> desk.edit(id, edit, person.getName()).getVersion());
    }

    /**
     * What is sent about a version.
     *
     * @param seen id of the latest update that the page showed
     * @param reason why
     * @param state the state that is asked for or approved; null where the form names none
     */
    record Word(String seen, String reason, @Nullable ModelState state) {

        Word {
            seen = Objects.requireNonNullElse(seen, "");
            reason = Objects.requireNonNullElse(reason, "").strip();
        }

        /** Returns the message key of what is wrong with a word about a state that needs approval. */
        Optional<String> problemOfApproval() {
            return state != null && ModelUpdates.needsApproval(state)
                    ? Edit.reasonProblem(reason)
                    : Optional.of("versions.problem.state");
        }
    }

    @PostMapping("/models/{id}/versions/{version}/shadow")
    ModelAndView shadow(@PathVariable String id, @PathVariable int version, Word word, Principal person) {
        return decide(
                id,
                version,
                Edit.reasonProblem(word.reason),
                () -> desk.shadow(id, version, word.seen, word.reason, person.getName()));
    }

    @PostMapping("/models/{id}/versions/{version}/submission")
    ModelAndView submit(@PathVariable String id, @PathVariable int version, Word word, Principal person) {
        return decide(
                id,
                version,
                word.problemOfApproval(),
                () -> desk.submit(
                        id, version, Objects.requireNonNull(word.state), word.seen, word.reason, person.getName()));
    }

    @PostMapping("/models/{id}/versions/{version}/return")
    ModelAndView takeBack(@PathVariable String id, @PathVariable int version, Word word, Principal person) {
        return decide(
                id,
                version,
                Edit.reasonProblem(word.reason),
                () -> desk.takeBack(id, version, word.seen, word.reason, person.getName()));
    }

    @PostMapping("/models/{id}/versions/{version}/approval")
    ModelAndView approve(@PathVariable String id, @PathVariable int version, Word word, Principal person) {
        return decide(
                id,
                version,
                word.problemOfApproval(),
                () -> desk.approve(
                        id, version, Objects.requireNonNull(word.state), word.seen, word.reason, person.getName()));
    }

    private ModelAndView decide(String id, int version, Optional<String> problem, Runnable decision) {
        requireVersion(id, version);
        return problem.map(key -> RefusedPage.of(HttpStatus.BAD_REQUEST, id, key))
                .orElseGet(() -> answer(id, () -> {
                    decision.run();
                    return version;
                }));
    }

    private static ModelAndView answer(String id, Supplier<Integer> decision) {
        try {
            return new ModelAndView("redirect:/models/" + id + "/versions/" + decision.get() + "?sent");
        } catch (OwnVersionException e) {
            return RefusedPage.of(HttpStatus.FORBIDDEN, id, "versions.problem.own");
        } catch (NotSubmittedException e) {
            return RefusedPage.of(HttpStatus.CONFLICT, id, "versions.problem.unsubmitted");
        } catch (MeanwhileException e) {
            return RefusedPage.of(HttpStatus.CONFLICT, id, "versions.problem.meanwhile");
        } catch (DefinitionException e) {
            return RefusedPage.of(HttpStatus.BAD_REQUEST, id, "versions.problem.refused")
                    .addObject(
                            "problems",
                            e.problems().stream().map(Object::toString).toList());
        }
    }

    private void requireModel(String id) {
        if (desk.current(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private void requireVersion(String id, int version) {
        if (desk.find(id, version).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
