package io.sspr.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param tour false after --no-tour
 */
record Command(Mode mode, Ports ports, boolean tour) {
    static final String USAGE =
            "Usage: java -jar sandbox.jar [world | infrastructure | tour | measure] [--base-port N] [--no-tour]";

    enum Mode {
        EVERYTHING,
        WORLD,
        INFRASTRUCTURE,
        TOUR,
        MEASURE
    }

    static Command of(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Command command = new Command(Mode.EVERYTHING, Ports.DEFAULT, true);
        while (!left.isEmpty()) {
            command = command.with(left.removeFirst(), left);
        }
        return command;
    }

    private Command with(String argument, Deque<String> following) {
        return switch (argument) {
            case "world" -> new Command(Mode.WORLD, ports, tour);
            case "infrastructure" -> new Command(Mode.INFRASTRUCTURE, ports, tour);
            case "tour" -> new Command(Mode.TOUR, ports, tour);
            case "measure" -> new Command(Mode.MEASURE, ports, tour);
            case "--no-tour" -> new Command(mode, ports, false);
            case "--base-port" -> new Command(mode, new Ports(number(following.poll())), tour);
            default -> throw new CannotStartException("Unknown argument " + argument + ". " + USAGE);
        };
    }

    private static int number(String text) {
        if (text == null || !text.matches("[0-9]{1,5}")) {
            throw new CannotStartException("--base-port needs a number. " + USAGE);
        }
        return Integer.parseInt(text);
    }
}
