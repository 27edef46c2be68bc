package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.contract.writeback.WritebackVerdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the directory's error answers mean, in one table. The eight-digit code at the beginning of the diagnostic
 * message decides if it has a row, since directories differ in the LDAP result that they send with it; else the LDAP
 * result does. Everything else is a directory error (33001). Source: R-EVT-33001 … R-EVT-6329b.
 */
enum DirectoryFault {
    PASSWORD_RESTRICTION("0000052D", WritebackVerdict.PASSWORD_POLICY),
    ACCESS_DENIED("00000005", WritebackVerdict.NO_RIGHTS),
    WRONG_CURRENT_PASSWORD("00000056", WritebackVerdict.INCORRECT_PASSWORD),
    LOCKED_OUT("00000775", WritebackVerdict.ACCOUNT_LOCKED_OUT),
    ILL_FORMED_PASSWORD("0000052C", WritebackVerdict.PASSWORD_POLICY),
    NO_SUCH_USER("00000525", WritebackVerdict.USER_NOT_FOUND),
    DISABLED("00000533", WritebackVerdict.ACCOUNT_DISABLED),
    EXPIRED("00000701", WritebackVerdict.ACCOUNT_DISABLED),
    RIGHTS_TOO_LOW("00002098", WritebackVerdict.NO_RIGHTS),
    OBJECT_NOT_FOUND("0000208D", WritebackVerdict.USER_NOT_FOUND),
    NO_OBJECT("00002030", WritebackVerdict.USER_NOT_FOUND),
    DIRECTORY_BUSY("0000200E", WritebackVerdict.DIRECTORY_UNREACHABLE),
    DIRECTORY_UNAVAILABLE("0000200F", WritebackVerdict.DIRECTORY_UNREACHABLE),
    /** The account is in another domain than the one that was asked: a base object of another domain. */
    OTHER_DOMAIN("0000202B", WritebackVerdict.DIRECTORY_CONFIGURATION),
    /** The directory does not take the connection for safe enough to receive passwords. */
    SIGNING_REQUIRED("00002028", WritebackVerdict.DIRECTORY_CONFIGURATION),

    INSUFFICIENT_RIGHTS(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, WritebackVerdict.NO_RIGHTS),
    REFERRAL(ResultCode.REFERRAL, WritebackVerdict.DIRECTORY_CONFIGURATION),
    STRONG_AUTH_REQUIRED(ResultCode.STRONG_AUTH_REQUIRED, WritebackVerdict.DIRECTORY_CONFIGURATION),
    CONFIDENTIALITY_REQUIRED(ResultCode.CONFIDENTIALITY_REQUIRED, WritebackVerdict.DIRECTORY_CONFIGURATION),
    NO_SUCH_OBJECT(ResultCode.NO_SUCH_OBJECT, WritebackVerdict.USER_NOT_FOUND),
    /** Only the service account's own sign-in can end like this: a user's is judged by {@link SignIn}. */
    INVALID_CREDENTIALS(ResultCode.INVALID_CREDENTIALS, WritebackVerdict.AGENT_CONFIGURATION),
    CONTROL_REFUSED(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, WritebackVerdict.POLICY_CONTROL_MISSING),
    BUSY(ResultCode.BUSY, WritebackVerdict.DIRECTORY_UNREACHABLE),
    UNAVAILABLE(ResultCode.UNAVAILABLE, WritebackVerdict.DIRECTORY_UNREACHABLE),
    SERVER_DOWN(ResultCode.SERVER_DOWN, WritebackVerdict.DIRECTORY_UNREACHABLE),
    TIMEOUT(ResultCode.TIMEOUT, WritebackVerdict.DIRECTORY_UNREACHABLE),
    CONNECT_ERROR(ResultCode.CONNECT_ERROR, WritebackVerdict.DIRECTORY_UNREACHABLE);

    private static final Pattern CODE = Pattern.compile("\\A([0-9A-Fa-f]{8})\\b");

    private final String code;
    private final ResultCode result;
    private final WritebackVerdict verdict;

    DirectoryFault(String code, WritebackVerdict verdict) {
        this(code, null, verdict);
    }

    DirectoryFault(ResultCode result, WritebackVerdict verdict) {
        this(null, result, verdict);
    }

    DirectoryFault(String code, ResultCode result, WritebackVerdict verdict) {
        this.code = code;
        this.result = result;
        this.verdict = verdict;
    }

    /**
     * The refusal that an error answer amounts to; the diagnostic message is not quoted, since it may repeat what it
     * was sent.
     */
    static Refusal refusal(LDAPException error, String server) {
        Optional<String> code = code(error);
        WritebackVerdict verdict = code.flatMap(seen -> verdict(row -> seen.equals(row.code)))
                .or(() -> verdict(row -> error.getResultCode().equals(row.result)))
                .orElse(WritebackVerdict.DIRECTORY_ERROR);
        Refusal refusal = Refusal.of(verdict)
                .with("server", server)
                .with("ldapResult", error.getResultCode().intValue());
        if (verdict == WritebackVerdict.PASSWORD_POLICY) {
            refusal = refusal.with("rule", PolicyRule.DIRECTORY.name());
        }
        if (verdict == WritebackVerdict.DIRECTORY_UNREACHABLE) {
            Refusal unexplained = refusal;
            refusal = UnreachableCause.of(error)
                    .map(cause -> unexplained.with("cause", cause.name()))
                    .orElse(unexplained);
        }
        return code.isPresent() ? refusal.with("adCode", code.get()) : refusal;
    }

    /** For a search that finds no object where it should begin: there are no accounts below it. */
    static Refusal baseIsMissing(String server) {
        return Refusal.of(WritebackVerdict.DIRECTORY_CONFIGURATION)
                .with("server", server)
                .with("ldapResult", ResultCode.NO_SUCH_OBJECT.intValue());
    }

    private static Optional<WritebackVerdict> verdict(Predicate<DirectoryFault> matches) {
        return Arrays.stream(values()).filter(matches).findFirst().map(row -> row.verdict);
    }

    private static Optional<String> code(LDAPException error) {
        String diagnostic = error.getDiagnosticMessage();
        if (diagnostic == null) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(diagnostic);
        return code.find() ? Optional.of(code.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
