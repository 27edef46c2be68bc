package io.sspr.contract.delivery;

/** What a user is about to do, and is sent a code or asked for approval for. The message says so, and a code is sealed for it. */
public enum MessagePurpose {
    /** To reset the password or unlock the account. Source: R-FLW-07. */
    RESET,
    /** To register the phone, mailbox or app that the message goes to. Source: R-REG-15. */
    REGISTRATION,
    /** To see or change what is registered. Source: R-REG-13, R-REG-14. */
    IDENTITY
}
