package io.sspr.reset.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Stands in for an account that does not exist, so that whoever guesses names learns nothing: the same name always leads to the same made-up phone
 * number and mail address, of which only the masks are ever seen. Nothing is sent there, and no code fits.
 */
public final class DecoyAccount {
    private static final List<String> DOMAINS = List.of("gmail.com", "outlook.com", "icloud.com", "yahoo.co.jp");
    private static final String LETTERS = "abcdefghijklmnoprstuwy";
    private static final int NUMBERS = 100;

    private DecoyAccount() {}

    /** @param subject a keyed hash of the name that was typed */
    public static Account of(String tenant, String subject) {
        UUID id = UUID.nameUUIDFromBytes(("decoy " + subject).getBytes(StandardCharsets.UTF_8));
        ByteBuffer seed = ByteBuffer.allocate(Long.BYTES).putLong(0, id.getLeastSignificantBits());
        Account account = new Account(id);
        account.tenantId = tenant;
        account.kind = AccountKind.CLOUD_ONLY;
        account.enabled = true;
        account.userPrincipalName = "";
        account.authenticationEmail = "" + letter(seed.get(1)) + letter(seed.get(2)) + "decoy@"
                + DOMAINS.get(Math.floorMod(seed.get(3), DOMAINS.size()));
        account.authenticationPhone = "+1 20255501%02d".formatted(Math.floorMod(seed.get(4), NUMBERS));
        return account;
    }

    private static char letter(byte seed) {
        return LETTERS.charAt(Math.floorMod(seed, LETTERS.length()));
    }
}
