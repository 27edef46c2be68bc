package io.sspr.reset.gate;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.session.ResetView.ChallengeView;
import io.sspr.reset.session.ResetView.OfferedMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user chooses from on the page: a method, and how its message travels. Shown in the order of the methods. */
public enum Way {
    NOTIFICATION(Method.APP_NOTIFICATION, Channel.PUSH),
    APP_CODE(Method.APP_CODE, null),
    SMS(Method.MOBILE_PHONE, Channel.SMS),
    CALL(Method.MOBILE_PHONE, Channel.VOICE),
    OFFICE(Method.OFFICE_PHONE, Channel.VOICE),
    MAIL(Method.EMAIL, Channel.EMAIL),
    QUESTIONS(Method.SECURITY_QUESTIONS, null);

    private final Method method;
    private final Channel channel;

    Way(Method method, Channel channel) {
        this.method = method;
        this.channel = channel;
    }

    /** @param hint the part of the number or address that may be shown; null if there is nothing to show */
    public record Offer(Way way, String hint) {}

    /** The ways that these methods can go. */
    static List<Offer> offered(List<OfferedMethod> methods) {
        return methods.stream()
                .flatMap(offered -> of(offered).map(way -> new Offer(way, offered.hint())))
                .toList();
    }

    /** The way that an open challenge went. */
    static Way of(ChallengeView challenge) {
        return of(challenge.method(), challenge.channel());
    }

    /** The way that a challenge went, whatever became of it. */
    static Way of(Challenge challenge) {
        return of(challenge.method(), challenge.channel().orElse(null));
    }

    /** The way of that name in an address: {@code sms}. */
    static Optional<Way> named(String path) {
        return Arrays.stream(values()).filter(way -> way.path().equals(path)).findFirst();
    }

    /** Its name in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the user replies on the phone, and the page only waits. */
    public boolean isApprovedOnPhone() {
        return channel != null && !channel.carriesCodes();
    }

    Method method() {
        return method;
    }

    /** Null if nothing is sent. */
    Channel channel() {
        return channel;
    }

    private static Way of(Method method, Channel channel) {
        return Arrays.stream(values())
                .filter(way -> way.method == method && way.channel == channel)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Way> of(OfferedMethod offered) {
        return Arrays.stream(values())
                .filter(way -> way.method == offered.method())
                .filter(way -> way.channel == null || offered.channels().contains(way.channel));
    }
}
