package io.sspr.reset.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that pages load: style sheet and scripts. Their addresses carry a hash of the content, so that browsers may keep them for ever. */
final class Assets {
    private static final String FOLDER = "/META-INF/resources";
    private static final String HTMX = "/_static/htmx.org/2.0.2/dist/htmx.min.js";
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** @param name {@code sspr.css}, or {@code htmx.js} */
    static String address(String name) {
        return ADDRESSES.computeIfAbsent(name, unknown -> {
            String path = name.equals("htmx.js") ? HTMX : "/assets/" + name;
            return path + "?v=" + hash(path);
        });
    }

    private static String hash(String path) {
        try (InputStream file = Assets.class.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new IllegalArgumentException("no such asset: " + path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
