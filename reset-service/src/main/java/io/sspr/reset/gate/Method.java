package io.sspr.reset.gate;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.directory.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way for a user to prove who they are, and what it takes. Shown in this order, the safest first. Source: R-MTH-01 … R-MTH-05, R-REG-10. */
public enum Method {
    APP_NOTIFICATION {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.pushDevice().map(device -> new Destination(device, null));
        }

        @Override
        public Optional<Channel> channel() {
            return Optional.of(Channel.PUSH);
        }
    },
    APP_CODE {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.hasAuthenticator() ? Optional.of(Destination.NONE) : Optional.empty();
        }
    },
    MOBILE_PHONE {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.mobilePhone().map(phone -> new Destination(phone.stored(), phone.mask()));
        }

        @Override
        public Optional<Channel> channel() {
            return Optional.of(Channel.SMS);
        }
    },
    OFFICE_PHONE {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.officePhone().map(phone -> new Destination(phone.stored(), phone.mask()));
        }

        @Override
        public Optional<Channel> channel() {
            return Optional.of(Channel.VOICE);
        }
    },
    EMAIL {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.mail().map(mail -> new Destination(mail.stored(), mail.mask()));
        }

        @Override
        public Optional<Channel> channel() {
            return Optional.of(Channel.EMAIL);
        }
    },
    SECURITY_QUESTIONS {
        @Override
        public Optional<Destination> destination(Means means) {
            return means.hasAnswers() ? Optional.of(Destination.NONE) : Optional.empty();
        }
    };

    /**
     * Where a challenge goes.
     *
     * @param address as stored; never shown; null if nothing is sent
     * @param hint what the user may see of it before proving anything; null if there is nothing to see
     */
    public record Destination(String address, String hint) {
        private static final Destination NONE = new Destination(null, null);
    }

    /** Where this method reaches the account's user; empty if data is missing or malformed. Source: R-MTH-20. */
    public abstract Optional<Destination> destination(Means means);

    /** How this method's challenge travels unless the user asks otherwise; empty if nothing is sent. */
    public Optional<Channel> channel() {
        return Optional.empty();
    }

    /** The ways that a tenant's users can choose from, the usual one first; empty if nothing is sent. */
    public List<Channel> channels(Tenant tenant) {
        return Stream.of(Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.PUSH)
                .filter(way -> goesBy(Optional.of(way), tenant))
                .toList();
    }

    /** Whether this method's challenge may travel that way: a mobile phone can be called as well, where the tenant may call at all. Source: R-PHN-08, R-PHN-09. */
    public boolean goesBy(Optional<Channel> way, Tenant tenant) {
        boolean isPossible = channel().equals(way)
                || (this == MOBILE_PHONE && way.filter(Channel.VOICE::equals).isPresent());
        return isPossible
                && (tenant.mayCall() || way.filter(Channel.VOICE::equals).isEmpty());
    }

    /** Whether multifactor sign-in may ask for it, too; mail and questions serve resets only. Source: R-REG-11, R-SQ-01. */
    public boolean isForSignIn() {
        return this != EMAIL && this != SECURITY_QUESTIONS;
    }

    public boolean isApp() {
        return this == APP_CODE || this == APP_NOTIFICATION;
    }

    public boolean isPhone() {
        return this == MOBILE_PHONE || this == OFFICE_PHONE;
    }

    /** Whether the two are one method when gates are counted: both ways to use the app are. Source: R-MTH-24. */
    public boolean isSameAs(Method other) {
        return this == other || (isApp() && other.isApp());
    }
}
