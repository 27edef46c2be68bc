package io.sspr.agent.directory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The LDAP control that makes the directory hold a reset against the password history, which it otherwise does for
 * changes only. Both forms carry the same value; the newer one comes first. Source: R-ADP-08.
 */
enum PolicyHints {
    CURRENT("1.2.840.113556.1.4.2239"),
    DEPRECATED("1.2.840.113556.1.4.2066");

    private static final int ENFORCE_HISTORY = 1;

    private final String oid;

    PolicyHints(String oid) {
        this.oid = oid;
    }

    /** The form to use with a directory that lists {@code supported} controls; empty if it has neither. */
    static Optional<PolicyHints> among(List<String> supported) {
        return Arrays.stream(values())
                .filter(hints -> supported.contains(hints.oid))
                .findFirst();
    }

    Control control() {
        byte[] value = new ASN1Sequence(new ASN1Integer(ENFORCE_HISTORY)).encode();
        return new Control(oid, true, new ASN1OctetString(value));
    }
}
