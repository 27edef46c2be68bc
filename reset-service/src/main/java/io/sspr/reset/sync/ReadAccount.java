package io.sspr.reset.sync;

import io.sspr.contract.sync.SyncedAccount;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of what a directory says what the cloud can store, and tells whether an account can have its name here. */
final class ReadAccount {
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9'._!#^~-]{1,64}(?<!\\.)@[A-Za-z0-9.-]{1,48}");
    private static final Set<String> LANGUAGES = Set.of("ja", "en");

    private ReadAccount() {}

    static SyncedAccount read(SyncedAccount said) {
        return new SyncedAccount(
                said.anchor(),
                storable(said.userPrincipalName()),
                storable(said.displayName()),
                storable(said.givenName()),
                storable(said.surname()),
                storable(said.mail()),
                storable(said.mobile()),
                storable(said.telephoneNumber()),
                language(said.preferredLanguage()),
                said.enabled());
    }

    /** By which two names are the same one. */
    static String key(String userPrincipalName) {
        return userPrincipalName.toLowerCase(Locale.ROOT);
    }

    /** Whether the name is well-formed and below one of the domains, which are in lower case. Source: R-UID-02. */
    static boolean isName(String userPrincipalName, Set<String> domains) {
        return userPrincipalName != null
                && USER_NAME.matcher(userPrincipalName).matches()
                && domains.contains(key(userPrincipalName.substring(userPrincipalName.indexOf('@') + 1)));
    }

    /** Directories hold tags such as {@code ja-JP}; null for a language that there are no texts in. */
    private static String language(String tag) {
        String language =
                tag == null ? null : Locale.forLanguageTag(tag.strip()).getLanguage();
        return language != null && LANGUAGES.contains(language) ? language : null;
    }

    private static String storable(String text) {
        return text == null || text.isBlank() ? null : text.replace("\0", "");
    }
}
