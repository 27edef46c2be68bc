package io.sspr.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * The ten neighbouring TCP ports of one sandbox, counted from one base port, so that two sandboxes can stand side by
 * side.
 *
 * @param base port of reset-service; the other nine follow it
 */
public record Ports(int base) {
    /** The base port when nothing else is asked for. */
    public static final Ports DEFAULT = new Ports(8080);

    public Ports {
        if (base < 1024 || base > 65_526) {
            throw new CannotStartException(
                    "Base port " + base + " leaves no room for ten ports; choose one from 1024 to 65526.");
        }
    }

    public int resetService() {
        return base;
    }

    public int writebackAgent() {
        return base + 1;
    }

    public int notificationService() {
        return base + 2;
    }

    public int auditService() {
        return base + 3;
    }

    /** The page with phone and mails, and the SMS gateway. */
    public int world() {
        return base + 4;
    }

    public int ldaps() {
        return base + 5;
    }

    public int smtp() {
        return base + 6;
    }

    public int postgres() {
        return base + 7;
    }

    public int kafka() {
        return base + 8;
    }

    public int kafkaController() {
        return base + 9;
    }

    public List<Integer> ofServices() {
        return List.of(resetService(), writebackAgent(), notificationService(), auditService());
    }

    public List<Integer> ofWorld() {
        return List.of(world(), ldaps(), smtp());
    }

    public List<Integer> ofInfrastructure() {
        return List.of(postgres(), kafka(), kafkaController());
    }

    /**
     * Makes sure that nobody listens on the given ports yet.
     *
     * @throws CannotStartException naming the first port that is taken
     */
    public static void requireFree(List<Integer> ports) {
        ports.forEach(Ports::requireFree);
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new CannotStartException(
                    "Port " + port + " is taken; stop the program that listens on it, or choose other ports with"
                            + " --base-port.",
                    taken);
        }
    }
}
