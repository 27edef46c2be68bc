package io.sspr.agent.key;

import io.sspr.agent.AgentConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.PbkdfKey;
import org.jose4j.lang.JoseException;

/**
 * The file {@code agent.jwe}: a ring as one JWE under a password. It is replaced as a whole, so that a crash leaves the
 * former or the new one, and readable by its owner only. Source: R-WB-21, R-WB-24.
 */
final class StateFile {
    private static final String ALGORITHM = KeyManagementAlgorithmIdentifiers.PBES2_HS512_A256KW;
    private static final String ENCRYPTION = ContentEncryptionAlgorithmIdentifiers.AES_256_GCM;

    private final Path folder;
    private final Path file;
    private final String password;
    private final String tenant;
    private final String agent;

    /** By which a changed file is known; absent if there is none. */
    record Version(FileTime changed, long length, String place) {}

    StateFile(AgentConfig config) {
        folder = config.agent().state();
        file = folder.resolve("agent.jwe");
        password = config.agent().statePassword();
        tenant = config.tenant();
        agent = config.agent().name();
    }

    Optional<Version> version() {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Version(seen.lastModifiedTime(), seen.size(), String.valueOf(seen.fileKey())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Reading it will tell what is wrong.
            return Optional.of(
                    new Version(FileTime.fromMillis(0), 0, e.getClass().getName()));
        }
    }

    /** Empty if there is no file. */
    Optional<Ring> read() {
        try {
            String json = decrypt(Files.readString(file, StandardCharsets.US_ASCII));
            return Optional.of(RingJson.read(json, tenant, agent));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JoseException e) {
            throw unreadable(e);
        }
    }

    /** Returns when the disk has it. */
    void write(Ring ring) throws IOException {
        byte[] text = encrypt(RingJson.write(ring, tenant, agent)).getBytes(StandardCharsets.US_ASCII);
        Path written = newFile();
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(text);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        forceFolder();
    }

    /** @throws IOException if {@link #write} would fail, too */
    void probe() throws IOException {
        Files.delete(newFile());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        forceFolder();
    }

    /** What the one process that changes the file holds a lock on. */
    FileChannel lockable() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Path newFile() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "agent", ".new", ownerOnly());
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Else a power cut might bring the former file back. */
    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private String encrypt(String json) {
        JsonWebEncryption jwe = jwe();
        jwe.setAlgorithmHeaderValue(ALGORITHM);
        jwe.setEncryptionMethodHeaderParameter(ENCRYPTION);
        jwe.setPayload(json);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("this Java installation cannot encrypt the agent's state", e);
        }
    }

    private String decrypt(String text) throws JoseException {
        JsonWebEncryption jwe = jwe();
        jwe.setCompactSerialization(text.strip());
        return jwe.getPayload();
    }

    private JsonWebEncryption jwe() {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM));
        jwe.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ENCRYPTION));
        jwe.setKey(new PbkdfKey(password));
        return jwe;
    }

    private UnreadableStateException unreadable(Throwable cause) {
        return new UnreadableStateException(
                "The agent's keys cannot be opened: path=" + file + ". Correct SSPR_AGENT_STATE_PASSWORD or restore the"
                        + " file from a backup, or delete the file and onboard the agent again.",
                cause);
    }
}
