package io.sspr.reset.signin;

import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Accounts;
import io.sspr.reset.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The accounts behind access tokens. A token of our own is tied to the account's immutable id, so a name that was given anew opens nothing. */
@ApplicationScoped
class TokenHolders {
    /** The claim that says which of an account's sets of tokens a token is of: {@link Account#tokensValidFrom()} in milliseconds. */
    static final String VALID_FROM = "valid_from";

    static final String TENANT = "tenant";

    private final Accounts accounts;
    private final Groups groups;
    private final OpenIdProvider provider;

    TokenHolders(Accounts accounts, Groups groups, OpenIdProvider provider) {
        this.accounts = accounts;
        this.groups = groups;
        this.provider = provider;
    }

    /** Whose token this is; empty if the account is gone or disabled, or has revoked the token. */
    @Transactional
    Optional<Caller> holderOf(JsonWebToken token) {
        return provider.issued(token) ? namedIn(token) : subjectOf(token);
    }

    /** A token of the provider says no more than a name: tenant, roles and licences are those of the account. */
    private Optional<Caller> namedIn(JsonWebToken token) {
        UUID signInId = UUID.nameUUIDFromBytes(token.getRawToken().getBytes(StandardCharsets.US_ASCII));
        return provider.nameIn(token)
                .flatMap(accounts::named)
                .filter(Account::isEnabled)
                .filter(account -> !account.isGuest())
                .map(account -> caller(account, signInId));
    }

    private Optional<Caller> subjectOf(JsonWebToken token) {
        return accounts.findByIdOptional(UUID.fromString(token.getSubject()))
                .filter(Account::isEnabled)
                .filter(account -> says(token, TENANT, account.tenantId()))
                // Equality instead of order: it tells tokens of the very second of a revocation apart, and minds no
                // replica's clock.
                .filter(account ->
                        says(token, VALID_FROM, account.tokensValidFrom().toEpochMilli()))
                .map(account -> caller(account, UUID.fromString(token.getTokenID())));
    }

    private Caller caller(Account account, UUID signInId) {
        return new Caller(
                account.tenantId(), account.person(null), Set.copyOf(account.roles()), isLicensed(account), signInId);
    }

    @Transactional
    boolean isLicensed(Account account) {
        return account.licences().findAny().isPresent()
                || groups.licencesOf(account).findAny().isPresent();
    }

    private static boolean says(JsonWebToken token, String claim, Object expected) {
        Object value = token.getClaim(claim);
        return value != null && value.toString().equals(expected.toString());
    }
}
