package io.sspr.reset.directory;

import io.sspr.reset.gate.PhoneNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stands in for an account that does not exist, so that whoever guesses names learns nothing. It is made after one of the tenant's users, and shows of
 * that user no more than which contact data there is, how long numbers are, and whether the password lives on-premises; the same name leads to the same
 * user as long as the tenant has the same ones. Only the masks of its made-up numbers and addresses are ever seen. Nothing is sent there, and no code
 * fits. Source: R-ERR-91.
 */
public final class DecoyAccount {
    private static final List<String> DOMAINS = List.of("gmail.com", "outlook.com", "icloud.com", "yahoo.co.jp");
    private static final String LETTERS = "abcdefghijklmnoprstuwy";
    private static final int VISIBLE_DIGITS = 2;
    private static final int NUMBERS = 100;

    private DecoyAccount() {}

    /** @param subject a keyed hash of the name that was typed */
    static UUID id(String subject) {
        return UUID.nameUUIDFromBytes(("decoy " + subject).getBytes(StandardCharsets.UTF_8));
    }

    /** @param model the user it is made after; empty if the tenant has nobody who could prove anything */
    static Account of(UUID id, String tenant, Optional<Account> model) {
        ByteBuffer seed = ByteBuffer.allocate(Long.BYTES).putLong(0, id.getLeastSignificantBits());
        Account decoy = new Account(id);
        decoy.tenantId = tenant;
        decoy.kind = model.map(Account::kind).orElse(AccountKind.CLOUD_ONLY);
        decoy.enabled = true;
        decoy.userPrincipalName = "";
        decoy.authenticationEmail =
                model.flatMap(Account::resetMail).map(real -> mail(seed)).orElse(null);
        decoy.authenticationPhone = model.flatMap(Account::resetPhone)
                .map(real -> phone(real, seed.get(4)))
                .orElse(null);
        decoy.officePhone = model.flatMap(Account::officePhone)
                .map(real -> phone(real, seed.get(5)))
                .orElse(null);
        return decoy;
    }

    private static String mail(ByteBuffer seed) {
        return "" + letter(seed.get(1)) + letter(seed.get(2)) + "decoy@"
                + DOMAINS.get(Math.floorMod(seed.get(3), DOMAINS.size()));
    }

    /** As long as the real one and in the same country, but nobody's: no number begins with so many zeros. */
    private static String phone(PhoneNumber real, byte seed) {
        String[] parts = real.stored().split("[ xX]");
        return "%s %s%02d"
                .formatted(parts[0], "0".repeat(parts[1].length() - VISIBLE_DIGITS), Math.floorMod(seed, NUMBERS));
    }

    private static char letter(byte seed) {
        return LETTERS.charAt(Math.floorMod(seed, LETTERS.length()));
    }
}
