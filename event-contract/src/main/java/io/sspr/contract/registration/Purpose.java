package io.sspr.contract.registration;

/** What a verification is for. */
public enum Purpose {
    /** The user shows that a phone, mailbox or app is theirs, so that it can be registered. Source: R-REG-15. */
    REGISTER,
    /** The user shows who they are before they see or change what is registered. Source: R-REG-13, R-REG-14. */
    PROVE
}
