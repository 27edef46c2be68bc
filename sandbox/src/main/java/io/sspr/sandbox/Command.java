package io.sspr.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param tour false after --no-tour
 */
record Command(Mode mode, Ports ports, boolean tour, DirectoryKind directory) {
    static final String USAGE =
            "Usage: java -jar sandbox.jar [world | infrastructure | domain-controller | tour | measure | measure-sync]"
                    + " [--base-port N] [--no-tour] [--directory samba]";

    enum Mode {
        EVERYTHING,
        WORLD,
        INFRASTRUCTURE,
        DOMAIN_CONTROLLER,
        TOUR,
        MEASURE,
        MEASURE_SYNC
    }

    static Command of(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Command command = new Command(Mode.EVERYTHING, Ports.DEFAULT, true, DirectoryKind.SIMULATED);
        while (!left.isEmpty()) {
            command = command.with(left.removeFirst(), left);
        }
        return command;
    }

    private Command with(String argument, Deque<String> following) {
        return switch (argument) {
            case "world" -> in(Mode.WORLD);
            case "infrastructure" -> in(Mode.INFRASTRUCTURE);
            case "domain-controller" -> in(Mode.DOMAIN_CONTROLLER);
            case "tour" -> in(Mode.TOUR);
            case "measure" -> in(Mode.MEASURE);
            case "measure-sync" -> in(Mode.MEASURE_SYNC);
            case "--no-tour" -> new Command(mode, ports, false, directory);
            case "--base-port" -> new Command(mode, new Ports(number(following.poll())), tour, directory);
            case "--directory" -> new Command(mode, ports, tour, DirectoryKind.named(following.poll()));
            default -> throw new CannotStartException("Unknown argument " + argument + ". " + USAGE);
        };
    }

    private Command in(Mode chosen) {
        return new Command(chosen, ports, tour, directory);
    }

    private static int number(String text) {
        if (text == null || !text.matches("[0-9]{1,5}")) {
            throw new CannotStartException("--base-port needs a number. " + USAGE);
        }
        return Integer.parseInt(text);
    }
}
