package io.zhiwei.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.PageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Accounts with passwords of their own, told once. */
@PageTest
class LoginTest {

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private MemoryAudit audit;

    @Test
    void theFirstStartTellsAPasswordForEachRoleAndKeepsOnlyHashes() throws IOException {
        Map<String, String> told = new TreeMap<>();

        Accounts accounts = Accounts.open(folder, encoder, told::put);

        assertThat(told.keySet())
                .containsExactlyInAnyOrder("investigator", "analyst", "approver", "leader", "administrator");
        assertThat(told.values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 16);
        Path file = folder.resolve("accounts.json");
        assertThat(Files.readString(file)).doesNotContain(told.values());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(told)
                .allSatisfy((login, password) -> assertThat(encoder.matches(
                                password, accounts.loadUserByUsername(login).getPassword()))
                        .isTrue());
    }

    @Test
    void aLaterStartTellsNothingAndKnowsThePasswords() throws IOException {
        Map<String, String> told = new TreeMap<>();
        Accounts.open(folder, encoder, told::put);

        Accounts later = Accounts.open(folder, encoder, (login, password) -> {
            throw new AssertionError("told again");
        });

        assertThat(encoder.matches(
                        told.get("leader"), later.loadUserByUsername("leader").getPassword()))
                .isTrue();
    }

    @Test
    void twoConsolesHaveDifferentPasswords() throws IOException {
        Map<String, String> one = new TreeMap<>();
        Map<String, String> other = new TreeMap<>();

        Accounts.open(folder.resolve("one"), encoder, one::put);
        Accounts.open(folder.resolve("other"), encoder, other::put);

        assertThat(one.values()).doesNotContainAnyElementsOf(other.values());
    }

    @Test
    void aFileThatIsNoListOfAccountsIsNamed() throws IOException {
        Files.writeString(folder.resolve("accounts.json"), "no");

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Accounts.open(folder, encoder, (login, password) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("accounts.json cannot be read as accounts")
                .hasMessageContaining("remove it to have new passwords made");
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        mvc.perform(formLogin("/login").user("investigator").password("investigator"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void aFailedLoginIsWrittenDownWithoutWhatMayBeAPassword() throws Exception {
        audit.clear();

        mvc.perform(formLogin("/login").user("investigator").password("wrong"));
        mvc.perform(formLogin("/login").user("my-password-in-the-wrong-field").password(""));

        assertThat(audit.lines())
                .containsExactly(
                        new MemoryAudit.Line("investigator", "LOGIN FAILED", "", "from 127.0.0.1"),
                        new MemoryAudit.Line("-", "LOGIN FAILED", "", "from 127.0.0.1"));
    }

    @Test
    void aLogoutIsWrittenDownAndDoneEvenWhereItCannotBe() throws Exception {
        audit.clear();

        mvc.perform(post("/logout").with(csrf()).with(user("li").roles("LEADER")))
                .andExpect(redirectedUrl("/login?out"));
        assertThat(audit.lines()).containsExactly(new MemoryAudit.Line("li", "LOGOUT", "", "from 127.0.0.1"));

        audit.goAway();
        mvc.perform(post("/logout").with(csrf()).with(user("li").roles("LEADER")))
                .andExpect(redirectedUrl("/login?out"));
        audit.clear();
    }

    @Test
    void aTirelessGuesserIsStopped() throws Exception {
        int status = 0;
        for (int i = 0; i < 12; i++) {
            status = mvc.perform(post("/login")
                            .param("username", "leader")
                            .param("password", "guess " + i)
                            .with(csrf())
                            .with(request -> {
                                request.setRemoteAddr("192.0.2.7");
                                request.setServletPath("/login");
                                return request;
                            }))
                    .andExpect(unauthenticated())
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void anAccountHasItsRole() throws IOException {
        Accounts accounts = Accounts.open(folder, encoder, (login, password) -> {});

        assertThat(accounts.loadUserByUsername("analyst").getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_ANALYST");
    }
}
