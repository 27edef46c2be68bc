package io.sspr.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One organisation of the demo, with the policy that makes it show what it shows. */
public enum DemoTenant {
    /** Reset for one group, one gate by any method that can be the only one, writeback by a running agent, which the tour lets in. */
    CONTOSO("Contoso", """
            {
              "ssprEnabled": "SELECTED",
              "ssprGroupId": "SSPR users",
              "methodsEnabled": ["EMAIL", "MOBILE_PHONE", "OFFICE_PHONE", "APP_CODE", "SECURITY_QUESTIONS"],
              "writebackEnabled": true,
              "allowUnlockWithoutReset": true,
              "banned": {"enforceCustom": true, "custom": ["skylark"]}
            }
            """, false),
    NORTHWIND("Northwind", """
            {"ssprEnabled": "NONE"}
            """, false),
    ADATUM("Adatum", """
            {"ssprEnabled": "SELECTED"}
            """, false),
    FABRIKAM("Fabrikam", """
            {"ssprEnabled": "ALL", "writebackEnabled": false}
            """, true),
    /** Its agent's keys are known, but the agent never came up. */
    TAILSPIN("Tailspin", """
            {"ssprEnabled": "ALL", "writebackEnabled": true}
            """, true),
    WINGTIP("Wingtip", """
            {
              "ssprEnabled": "ALL",
              "methodsRequired": 2,
              "methodsEnabled": ["EMAIL", "MOBILE_PHONE", "APP_NOTIFICATION", "APP_CODE"]
            }
            """, false),
    /** The one whose settings the tour changes. */
    LITWARE("Litware", """
            {"ssprEnabled": "ALL"}
            """, false),
    PROSEWARE("Proseware", """
            {"ssprEnabled": "ALL", "enumerationProtection": "DECOY"}
            """, false);

    /** Of the administrator {@code admin@…} that every demo tenant has for the tour itself. */
    public static final String ADMINISTRATOR_PASSWORD = "Demo-Keystone-99!";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String displayName;
    private final String policy;
    private final boolean keysImported;

    /**
     * @param policy as it is written in an import; what is left out has its default
     * @param keysImported whether the import brings an agent's keys: that of an agent which does not live
     */
    DemoTenant(String displayName, String policy, boolean keysImported) {
        this.displayName = displayName;
        this.policy = policy;
        this.keysImported = keysImported;
    }

    public static DemoTenant of(DemoAccount account) {
        return valueOf(account.tenant().toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return id() + ".example";
    }

    public String administrator() {
        return "admin@" + domain();
    }

    public List<DemoAccount> accounts() {
        return DemoAccounts.ALL.stream()
                .filter(account -> account.tenant().equals(id()))
                .toList();
    }

    /** The document that imports this tenant with everybody in it. */
    public JsonNode importDocument(Function<String, JsonNode> publicKey) {
        ObjectNode document = importDocument(publicKey, accounts());
        document.withArray("accounts").add(administratorRow());
        return document;
    }

    /**
     * The document that imports this tenant with its groups and some of its accounts.
     *
     * @param publicKey finds a public key (JWK) by its name, such as {@code agent-tailspin-signing}
     */
    public ObjectNode importDocument(Function<String, JsonNode> publicKey, List<DemoAccount> some) {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode tenant = document.putObject("tenant")
                .put("id", id())
                .put("displayName", displayName)
                .set("policy", policy());
        tenant.putArray("domains").add(domain());
        if (keysImported) {
            tenant.putObject("agent")
                    .<ObjectNode>set("encryptionKey", publicKey.apply("agent-" + id() + "-encryption"))
                    .set("signingKey", publicKey.apply("agent-" + id() + "-signing"));
        }
        document.set("groups", groups());
        ArrayNode accounts = document.putArray("accounts");
        some.forEach(account -> accounts.add(row(account)));
        return document;
    }

    JsonNode policy() {
        try {
            return JSON.readTree(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the policy of " + id() + " is no JSON", e);
        }
    }

    private ArrayNode groups() {
        ArrayNode groups = JSON.createArrayNode();
        Set<String> names = new TreeSet<>();
        accounts().forEach(account -> names.addAll(account.groups()));
        for (String name : names) {
            ArrayNode members =
                    groups.addObject().put("id", name).put("displayName", name).putArray("memberGroups");
            DemoAccounts.NESTED_GROUPS.forEach((child, parent) -> {
                if (parent.equals(name)) {
                    members.add(child);
                }
            });
        }
        return groups;
    }

    private static ObjectNode row(DemoAccount account) {
        ObjectNode row = JSON.createObjectNode()
                .put("userPrincipalName", account.upn())
                .put("displayName", account.displayName())
                .put("givenName", account.givenName())
                .put("surname", account.surname())
                .put("kind", account.kind().name())
                .put("preferredLanguage", account.language())
                .put("enabled", account.cloudEnabled())
                .put("guest", account.guest())
                .put("cloudAnchor", account.cloudAnchor())
                .put("alternateEmail", account.alternateEmail())
                .put("mobilePhone", account.mobilePhone())
                .put("officePhone", account.officePhone())
                // Named even if empty, which takes away what the user registered in a former tour.
                .put("authenticationPhone", Objects.requireNonNullElse(account.authenticationPhone(), ""));
        if (account.alias() != null) {
            row.putArray("proxyAddresses").add("smtp:" + account.alias());
        }
        row.set("licences", JSON.valueToTree(account.licences()));
        row.set("roles", JSON.valueToTree(account.roles()));
        row.set("groups", JSON.valueToTree(account.groups()));
        return account.isHeldInCloud() ? row.put("password", account.initialPassword()) : row;
    }

    private ObjectNode administratorRow() {
        ObjectNode row = JSON.createObjectNode()
                .put("userPrincipalName", administrator())
                .put("displayName", displayName + " administrator")
                .put("mail", administrator())
                .put("kind", DemoAccount.Kind.CLOUD_ONLY.name())
                .put("password", ADMINISTRATOR_PASSWORD);
        row.putArray("licences").add("ENTRA_P1");
        row.putArray("roles").add("Global Administrator");
        return row;
    }
}
