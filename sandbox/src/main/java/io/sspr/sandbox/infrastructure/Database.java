package io.sspr.sandbox.infrastructure;

/**
 * One service's own database; its owner has the same name and reaches no other database. The password is a constant
 * of the sandbox, known to everybody, and prints nowhere all the same.
 *
 * @param name database and owner
 */
public record Database(String name, int port) {
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    public String user() {
        return name;
    }

    public String password() {
        return name + "-sandbox";
    }
}
