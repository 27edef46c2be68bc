package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Why the directory could not be reached, for the administrator who has to mend it. Source: R-EVT-31034. */
enum UnreachableCause {
    /** Expired, not trusted, or another host's. */
    CERTIFICATE(CertificateException.class),
    /** The host has no address. */
    NAME(UnknownHostException.class),
    /** Nothing listens there: a wrong port, or a directory that is down. */
    REFUSED(ConnectException.class),
    /** No answer in time. */
    TIMEOUT(SocketTimeoutException.class),
    /** What listens there speaks no TLS, or none that the agent accepts. */
    TLS(SSLException.class);

    private static final Set<ResultCode> TIMEOUTS = Set.of(ResultCode.TIMEOUT);

    private final Class<? extends Exception> sign;

    UnreachableCause(Class<? extends Exception> sign) {
        this.sign = sign;
    }

    /** Empty if the error does not tell, such as a connection that broke. */
    static Optional<UnreachableCause> of(LDAPException error) {
        return Arrays.stream(values())
                .filter(cause -> isCausedBy(error, cause.sign))
                .findFirst()
                .or(() -> TIMEOUTS.contains(error.getResultCode()) ? Optional.of(TIMEOUT) : Optional.empty());
    }

    private static boolean isCausedBy(Throwable error, Class<? extends Exception> sign) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (sign.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
