package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import io.sspr.sandbox.DirectoryKind;
import io.sspr.sandbox.demo.DemoAccounts;
import io.sspr.sandbox.samba.DemoDomain;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The world outside the product, seen by its user: phone, mailbox, and a sign-in at the on-premises directory. */
public final class Outside {
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z-])[0-9]{6}(?![0-9A-Za-z-])");
    private static final String MUST_CHANGE = "data 773";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;

    private final Http world;
    private final URI directory;
    private final Path certificate;
    private final DirectoryKind kind;

    /** @param certificate PEM file with the directory's certificate */
    public Outside(URI world, URI directory, Path certificate, DirectoryKind kind) {
        this.world = new Http(world);
        this.directory = directory;
        this.certificate = certificate;
        this.kind = kind;
    }

    /** How many messages have come to this address or number so far. */
    public int countMessages(String destination) {
        return messages(destination).size();
    }

    /** The code in the first message with one after the first {@code seen} ones; waits up to ten seconds for it. */
    public String awaitCode(String destination, int seen) {
        JsonNode message = awaitMessage(
                destination, seen, candidate -> CODE.matcher(text(candidate)).find());
        return CODE.matcher(text(message)).results().findFirst().orElseThrow().group();
    }

    /** The first message after the first {@code seen} ones; waits up to ten seconds for it. */
    public JsonNode awaitMessage(String destination, int seen) {
        return awaitMessage(destination, seen, message -> true);
    }

    private JsonNode awaitMessage(String destination, int seen, Predicate<JsonNode> wanted) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            JsonNode messages = messages(destination);
            for (int i = seen; i < messages.size(); i++) {
                if (wanted.test(messages.get(i))) {
                    return messages.get(i);
                }
            }
            pause();
        }
        throw new IllegalStateException("no message came within " + PATIENCE.toSeconds() + " s");
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }

    /** Every mail or text message to this destination, the oldest first. */
    public JsonNode messages(String destination) {
        boolean mail = destination.contains("@");
        String to = mail ? destination : destination.replace(" ", "");
        return world.get((mail ? "/mails" : "/sms") + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), Map.of())
                .body();
    }

    /** Whether the directory lets this user in with this password. */
    public boolean bind(String userPrincipalName, String password) {
        return refusal(userPrincipalName, password).isEmpty();
    }

    /** Whether this is the user's password, and the directory wants another one before it lets the user in. */
    public boolean mustChange(String userPrincipalName, String password) {
        return refusal(userPrincipalName, password)
                .filter(diagnostic -> diagnostic.contains(MUST_CHANGE))
                .isPresent();
    }

    /** Why the directory does not let this user in with this password; empty if it does. */
    private Optional<String> refusal(String userPrincipalName, String password) {
        try (LDAPConnection connection = connect()) {
            connection.bind(userPrincipalName, password);
            return Optional.empty();
        } catch (LDAPException e) {
            if (e.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
                return Optional.of(String.valueOf(e.getDiagnosticMessage()));
            }
            throw new IllegalStateException("the directory did not say whether the password fits", e);
        }
    }

    /** Gives every on-premises object its first password back. */
    public void seedDirectory() {
        if (kind == DirectoryKind.SAMBA) {
            new DemoDomain(directory, certificate).seed(DemoAccounts.ALL);
            return;
        }
        world.send("POST", "/directory/seed", null, Map.of());
    }

    /** Whether {@link #turnDirectory} does anything. */
    boolean canTurnDirectory() {
        return kind == DirectoryKind.SIMULATED;
    }

    /** Makes the simulated directory answer again, or not. */
    public void turnDirectory(boolean up) {
        world.send("PUT", "/directory", Map.of("up", up), Map.of());
    }

    private LDAPConnection connect() throws LDAPException {
        try {
            SSLUtil ssl = new SSLUtil(new PEMFileTrustManager(certificate.toFile()));
            LDAPConnectionOptions options = new LDAPConnectionOptions();
            options.setConnectTimeoutMillis(CONNECT_MILLIS);
            return new LDAPConnection(ssl.createSSLSocketFactory(), options, directory.getHost(), directory.getPort());
        } catch (KeyStoreException e) {
            throw new IllegalStateException(certificate + " is no certificate", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this Java runtime", e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
