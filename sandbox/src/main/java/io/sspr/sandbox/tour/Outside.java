package io.sspr.sandbox.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The world outside the product, seen by its user: phone, mailbox, and a sign-in at the on-premises directory. */
public final class Outside {
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z-])[0-9]{6}(?![0-9A-Za-z-])");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 5_000;

    private final Http world;
    private final URI directory;
    private final Path certificate;

    /** @param certificate PEM file with the directory's certificate */
    public Outside(URI world, URI directory, Path certificate) {
        this.world = new Http(world);
        this.directory = directory;
        this.certificate = certificate;
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
        try (LDAPConnection connection = connect()) {
            return connection.bind(userPrincipalName, password).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            if (e.getResultCode() == ResultCode.INVALID_CREDENTIALS) {
                return false;
            }
            throw new IllegalStateException("the directory did not say whether the password fits", e);
        }
    }

    /** Gives every on-premises object its first password back. */
    public void seedDirectory() {
        world.send("POST", "/directory/seed", null, Map.of());
    }

    /** Makes the directory answer again, or not. */
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
