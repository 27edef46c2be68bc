package io.sspr.reset.gate;

import io.sspr.contract.delivery.Channel;
import io.sspr.reset.directory.Account;
import java.util.Optional;

/** A way for a user to prove who they are, and what it takes from the account. Shown in this order. Source: R-MTH-01, R-MTH-03. */
public enum Method {
    MOBILE_PHONE(Channel.SMS) {
        @Override
        public Optional<Destination> destination(Account account) {
            return account.resetPhone().map(phone -> new Destination(phone.stored(), phone.mask()));
        }
    },
    EMAIL(Channel.EMAIL) {
        @Override
        public Optional<Destination> destination(Account account) {
            return account.resetMail().map(mail -> new Destination(mail.stored(), mail.mask()));
        }
    };

    /**
     * Where a code goes.
     *
     * @param address as stored; never shown
     * @param hint what the user may see of it before proving anything
     */
    public record Destination(String address, String hint) {}

    private final Channel channel;

    Method(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }

    /** Where this method reaches the account's user; empty if data is missing or malformed. Source: R-MTH-20. */
    public abstract Optional<Destination> destination(Account account);
}
