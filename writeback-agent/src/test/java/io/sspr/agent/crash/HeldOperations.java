package io.sspr.agent.crash;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Turns writes of unicodePwd into passwords and writes them down, and stays wherever it is held up. Thread-safe. */
final class HeldOperations extends InMemoryOperationInterceptor {
    private static final String PASSWORD = "password";
    private static final long MILLIS_FROM_1601_TO_1970 = 11_644_473_600_000L;
    private static final int TICKS_PER_MILLI = 10_000;

    private record Write(String dn, String password) {}

    private final Clock clock = Clock.systemUTC();
    private final AtomicLong latestFileTime = new AtomicLong();
    private final List<DirectoryHold> holds = new CopyOnWriteArrayList<>();
    private final Set<String> usersWhoseWriteIsLost = ConcurrentHashMap.newKeySet();
    private final List<Write> sent = new CopyOnWriteArrayList<>();
    private final List<Write> set = new CopyOnWriteArrayList<>();

    Hold hold(DirectoryStep step, String user) {
        DirectoryHold hold = new DirectoryHold(step, user);
        holds.add(hold);
        return hold;
    }

    void loseNextWrite(String user) {
        usersWhoseWriteIsLost.add(user);
    }

    List<String> sent(String dn) {
        return passwords(sent, dn);
    }

    List<String> set(String dn) {
        return passwords(set, dn);
    }

    /** Now, in the directory's own measure; never the same twice. */
    String fileTime() {
        long now = (clock.millis() + MILLIS_FROM_1601_TO_1970) * TICKS_PER_MILLI;
        return Long.toString(latestFileTime.updateAndGet(latest -> Math.max(latest + 1, now)));
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest intercepted) {
        pass(DirectoryStep.SEARCH, intercepted.getRequest().getFilter().toString());
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest intercepted) throws LDAPException {
        String dn = intercepted.getRequest().getDN();
        Optional<String> password = password(intercepted.getRequest().getModifications());
        if (password.isEmpty()) {
            return;
        }
        sent.add(new Write(dn, password.get()));
        pass(DirectoryStep.BEFORE_WRITE, dn);
        if (usersWhoseWriteIsLost.removeIf(dn::contains)) {
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        }
        intercepted.setProperty(PASSWORD, password.get());
        intercepted.setRequest(new ModifyRequest(
                dn,
                replace("userPassword", password.get()),
                replace("lockoutTime", "0"),
                replace("pwdLastSet", fileTime())));
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult intercepted) {
        Object password = intercepted.getProperty(PASSWORD);
        if (password == null || !intercepted.getResult().getResultCode().equals(ResultCode.SUCCESS)) {
            return;
        }
        String dn = intercepted.getRequest().getDN();
        set.add(new Write(dn, password.toString()));
        pass(DirectoryStep.AFTER_WRITE, dn);
    }

    @Override
    public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult intercepted) {
        if (intercepted.getResult().getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            String diagnostic =
                    "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v4563";
            intercepted.setResult(new BindResult(-1, ResultCode.INVALID_CREDENTIALS, diagnostic, null, null, null));
        }
    }

    private void pass(DirectoryStep step, String about) {
        holds.stream().filter(hold -> hold.takes(step, about)).forEach(DirectoryHold::stay);
    }

    private static Optional<String> password(List<Modification> modifications) {
        return modifications.stream()
                .filter(each -> each.getAttributeName().equals("unicodePwd"))
                .map(each -> new String(each.getValueByteArrays()[0], StandardCharsets.UTF_16LE))
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .findFirst();
    }

    private static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private static List<String> passwords(List<Write> writes, String dn) {
        return writes.stream()
                .filter(each -> each.dn().equals(dn))
                .map(Write::password)
                .toList();
    }
}
