package io.sspr.contract.seal;

/** A seal or a signature that does not hold. The text names the part that failed and never quotes it. */
public class BrokenSealException extends Exception {

    /** What an administrator has to look at. */
    public enum Fault {
        /** Sealed to, or signed with, a key that is not ours: the two sides have to exchange keys again. */
        KEY_MISMATCH,
        /** Tampered with, moved from another request, or not a seal at all. */
        NOT_AUTHENTIC,
        /** Opened too late. */
        EXPIRED
    }

    private final Fault fault;

    BrokenSealException(Fault fault, String what) {
        super(what);
        this.fault = fault;
    }

    /** For a message of somebody whose key was never exchanged. */
    public static BrokenSealException unknownWriter() {
        return new BrokenSealException(Fault.KEY_MISMATCH, "nobody has exchanged keys with the writer");
    }

    public Fault fault() {
        return fault;
    }
}
