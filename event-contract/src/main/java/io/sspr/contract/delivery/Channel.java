package io.sspr.contract.delivery;

/** How a message reaches a person. Mail and SMS carry a code; a call or a push carries none, since it is answered on the device. */
public enum Channel {
    EMAIL,
    SMS,
    /** A call, confirmed by the key #. Source: R-PHN-08. */
    VOICE,
    /** A notification of the authenticator app. Source: R-APP-03. */
    PUSH;

    /** Whether what arrives holds a code; otherwise it is approved or denied on the device. */
    public boolean carriesCodes() {
        return this == EMAIL || this == SMS;
    }
}
