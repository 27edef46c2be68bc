package io.sspr.sandbox.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A real PostgreSQL on loopback with one database per service. It is as durable as in production (fsync and
 * synchronous_commit on), so that what is measured here means something.
 */
public final class Postgres implements AutoCloseable {
    private static final List<String> NAMES = List.of("reset", "agent", "notification", "audit");
    // The administrator gets no line: once the databases exist nobody needs it any more.
    private static final String WHO_MAY_CONNECT = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    sameuser  all   127.0.0.1/32  scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server and makes the databases.
     *
     * @param data emptied first, removed on close
     * @param programs where the extracted PostgreSQL is kept from run to run
     */
    public static Postgres start(int port, Path data, Path programs) {
        try {
            Files.createDirectories(programs);
            Postgres postgres = new Postgres(EmbeddedPostgres.builder()
                    .setPgBinaryResolver(Postgres::programs)
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
            postgres.makeDatabases(data);
            return postgres;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The database of one service.
     *
     * @param name one of reset, agent, notification, audit
     */
    public Database database(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no such database: " + name);
        }
        return new Database(name, server.getPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void makeDatabases(Path data) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                Database database = database(name);
                statement.execute("create role " + database.user() + " login password '" + database.password() + "'");
                statement.execute("create database " + name + " owner " + database.user());
                statement.execute("revoke all on database " + name + " from public");
            }
            Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException failed) {
            close();
            throw new IllegalStateException("The databases could not be made.", failed);
        }
    }

    /**
     * The packed programs for this machine. The library's own search refuses to choose when the same jar is on the class path twice, as it is in
     * tests: once as a dependency, once through the manifest of sandbox.jar.
     */
    private static InputStream programs(String system, String processor) throws IOException {
        String name = "/postgres-%s-x86_64.txz"
                .formatted(system.toLowerCase(Locale.ROOT).replace("mac os x", "darwin"));
        InputStream programs = Postgres.class.getResourceAsStream(name);
        if (programs == null) {
            throw new IOException("there is no PostgreSQL for " + system + " on " + processor + " in this sandbox");
        }
        return programs;
    }
}
