package io.zhiwei.console.security;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.console.alert.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts of a file. Where there is no file, one account for each role is made with a password that nobody else has;
 * it is told once and kept only as a hash.
 */
public final class Accounts implements UserDetailsService {

    private static final String FILE = "accounts.json";
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 16;

    private final List<Account> accounts;

    private Accounts(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /**
     * An account.
     *
     * @param hash its hashed password
     * @param regions GB/T 2260 codes of the districts that it sees; empty or missing: the whole city
     * @param agencies lead agencies whose alerts it sees; empty or missing: all
     */
    public record Account(
            String login,
            String hash,
            Role role,
            @Nullable List<String> regions,
            @Nullable List<String> agencies) {

        /** Refuses a misspelt scope. */
        public Account {
            regions = regions == null ? List.of() : List.copyOf(regions);
            agencies = agencies == null ? List.of() : List.copyOf(agencies);
            Scopes.checked("the account " + login, regions, agencies);
        }

        /** Returns what it sees. */
        public Scope scope() {
            return new Scope(regions == null ? List.of() : regions, agencies == null ? List.of() : agencies);
        }
    }

    /**
     * Reads the accounts of a folder, or makes them.
     *
     * @param tell hears login and password of every account that is made
     * @throws IOException if the file can be neither read nor written
     */
    public static Accounts open(Path folder, PasswordEncoder encoder, BiConsumer<String, String> tell)
            throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return new Accounts(read(file));
        }
        List<Account> made = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        for (Role role : Role.values()) {
            String password = password(random);
            made.add(new Account(role.login(), hash(encoder, password), role, List.of(), List.of()));
            tell.accept(role.login(), password);
        }
        write(file, made);
        return new Accounts(made);
    }

    /**
     * Reads the accounts of a folder; none where it has no file of them.
     *
     * @throws IOException if the file cannot be read
     */
    static Accounts existing(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return new Accounts(Files.exists(file) ? read(file) : List.of());
    }

    /** Returns the accounts, in the order of the file. */
    public List<Account> all() {
        return accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return accounts.stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .map(account -> User.withUsername(login)
                        .password(account.hash())
                        .authorities(Scopes.authorities(account.role(), account.scope())
                                .toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private static String hash(PasswordEncoder encoder, String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder makes no hash.");
        }
        return hash;
    }

    private static String password(SecureRandom random) {
        return random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .reduce("", String::concat);
    }

    private static List<Account> read(Path file) throws IOException {
        try {
            return new ObjectMapper().readValue(file.toFile(), new TypeReference<List<Account>>() {});
        } catch (IOException e) {
            throw new IOException(
                    file + " cannot be read as accounts: " + e.getMessage()
                            + ". Correct it, or remove it to have new passwords made.",
                    e);
        }
    }

    private static void write(Path file, List<Account> accounts) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                folder,
                FILE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), accounts);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
