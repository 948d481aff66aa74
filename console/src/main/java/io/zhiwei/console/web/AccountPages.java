package io.zhiwei.console.web;

import io.zhiwei.console.security.Accounts;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Login, and the list of accounts. */
@Controller
class AccountPages {

    private final Accounts accounts;
    private final List<ClientRegistration> providers;

    AccountPages(Accounts accounts, ObjectProvider<InMemoryClientRegistrationRepository> providers) {
        this.accounts = accounts;
        this.providers = providers.stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList();
    }

    @GetMapping("/login")
    String login(Model page) {
        page.addAttribute("providers", providers);
        page.addAttribute("local", !accounts.all().isEmpty());
        return "login";
    }

    @GetMapping("/accounts")
    String accounts(Model page) {
        page.addAttribute("accounts", accounts.all());
        return "accounts";
    }
}
