package io.sspr.sandbox.demo;

import io.sspr.sandbox.demo.DemoAccount.Kind;
import io.sspr.sandbox.demo.DemoAccount.OnPremises;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** An account being described; what is not said is as for most: English, licensed, enabled, in no group. */
final class DemoAccountDraft {
    private final String tenant;
    private final String upn;
    private final String givenName;
    private final String surname;
    private final Kind kind;
    private String displayName;
    private String language = "en";
    private String password;
    private String email;
    private String mobile;
    private String office;
    private String authenticationPhone;
    private String alias;
    private List<String> licences = List.of("ENTRA_P1");
    private List<String> roles = List.of();
    private List<String> groups = List.of();
    private boolean cloudEnabled = true;
    private boolean guest;
    private OnPremises onPremises;

    private DemoAccountDraft(String tenant, String name, String givenName, String surname, Kind kind) {
        this.tenant = tenant;
        this.upn = name + "@" + tenant + ".example";
        this.givenName = givenName;
        this.surname = surname;
        this.kind = kind;
        this.displayName = givenName + " " + surname;
        this.onPremises = kind == Kind.CLOUD_ONLY ? OnPremises.NONE : OnPremises.NORMAL;
    }

    /** Somebody of an organisation other than contoso, or of contoso and not in its group. */
    static DemoAccountDraft of(String tenant, String name, String givenName, String surname, Kind kind) {
        return new DemoAccountDraft(tenant, name, givenName, surname, kind);
    }

    /** Somebody of contoso whom its policy lets reset. */
    static DemoAccountDraft contoso(String name, String givenName, String surname, Kind kind) {
        return of("contoso", name, givenName, surname, kind).groups(DemoAccounts.SSPR_GROUP);
    }

    DemoAccountDraft displayName(String text) {
        displayName = text;
        return this;
    }

    DemoAccountDraft language(String tag) {
        language = tag;
        return this;
    }

    DemoAccountDraft password(String initial) {
        password = initial;
        return this;
    }

    DemoAccountDraft email(String alternate) {
        email = alternate;
        return this;
    }

    DemoAccountDraft mobile(String number) {
        mobile = number;
        return this;
    }

    DemoAccountDraft office(String number) {
        office = number;
        return this;
    }

    DemoAccountDraft authenticationPhone(String number) {
        authenticationPhone = number;
        return this;
    }

    DemoAccountDraft alias(String address) {
        alias = address;
        return this;
    }

    DemoAccountDraft licences(String... names) {
        licences = List.of(names);
        return this;
    }

    DemoAccountDraft roles(String... names) {
        roles = List.of(names);
        return this;
    }

    DemoAccountDraft groups(String... names) {
        groups = List.of(names);
        return this;
    }

    DemoAccountDraft cloudDisabled() {
        cloudEnabled = false;
        return this;
    }

    DemoAccountDraft guest() {
        guest = true;
        return this;
    }

    DemoAccountDraft onPremises(OnPremises object) {
        onPremises = object;
        return this;
    }

    DemoAccount shows(String sentence) {
        return new DemoAccount(
                tenant,
                upn,
                displayName,
                givenName,
                surname,
                language,
                kind,
                kind == Kind.CLOUD_ONLY ? null : anchor(),
                password,
                email,
                mobile,
                office,
                authenticationPhone,
                alias,
                licences,
                roles,
                groups,
                cloudEnabled,
                guest,
                onPremises,
                sentence);
    }

    private String anchor() {
        UUID id = UUID.nameUUIDFromBytes(("anchor of " + upn).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits());
        return Base64.getEncoder()
                .encodeToString(bytes.putLong(id.getLeastSignificantBits()).array());
    }
}
