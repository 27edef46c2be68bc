package io.sspr.agent.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.StaticUtils;
import io.sspr.agent.TestConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * Turns writes of unicodePwd into passwords, words refusals like Active Directory, and misbehaves to order. A change is
 * held against current password and lockout, and like a reset with the policy-hints control against the history.
 */
public final class TestDirectoryBehaviour extends InMemoryOperationInterceptor {
    /** Something that goes wrong with one write. */
    @FunctionalInterface
    public interface Mishap {
        /** @param apply does what was asked for */
        void happen(Apply apply) throws LDAPException;
    }

    /** Does what was asked for. */
    @FunctionalInterface
    public interface Apply {
        void run() throws LDAPException;
    }

    private final ConcurrentLinkedDeque<Mishap> mishaps = new ConcurrentLinkedDeque<>();
    private final List<ReadOnlyModifyRequest> writes = new CopyOnWriteArrayList<>();
    private final Map<String, Set<String>> formerPasswords = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Predicate<String> passwordFilter = password -> true;
    private volatile String dataOfSignIns;
    private volatile int signInsToFail;
    private volatile boolean serviceAccountRefused;
    private volatile Instant time;
    private InMemoryDirectoryServer server;

    void use(InMemoryDirectoryServer used) {
        server = used;
    }

    /** The write after those already ordered goes wrong like this. */
    public void nextWrite(Mishap mishap) {
        mishaps.add(mishap);
    }

    public void refuseNextWrite(ResultCode result, String diagnostic) {
        nextWrite(apply -> {
            throw new LDAPException(result, diagnostic);
        });
    }

    /** The write is done and the answer lost. */
    public void loseNextAnswer() {
        nextWrite(apply -> {
            apply.run();
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        });
    }

    /** The write is lost. */
    public void loseNextWrite() {
        nextWrite(apply -> {
            throw new LDAPException(ResultCode.SERVER_DOWN, "");
        });
    }

    /** Users' sign-ins fail with this data code, whatever the password. */
    public void answerSignInsWith(String data) {
        dataOfSignIns = data;
        signInsToFail = Integer.MAX_VALUE;
    }

    public void answerNextSignInWith(String data) {
        dataOfSignIns = data;
        signInsToFail = 1;
    }

    /** From now on the service account cannot sign in, or can again. */
    public void refuseServiceAccount(boolean refuse) {
        serviceAccountRefused = refuse;
    }

    /** A password filter of the directory refuses what this does not accept. */
    public void filterPasswords(Predicate<String> accepts) {
        passwordFilter = accepts;
    }

    void tellTime(Instant told) {
        time = told;
    }

    /** What clients sent, done or not, in order. */
    public List<ReadOnlyModifyRequest> writes() {
        return writes;
    }

    void hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest intercepted) throws LDAPException {
        ReadOnlyModifyRequest asked = intercepted.getRequest();
        Modification first = asked.getModifications().get(0);
        if (!first.getAttributeName().equals("unicodePwd") && !isUnlock(first)) {
            return; // our own, below, or a test's
        }
        writes.add(asked);
        Mishap mishap = mishaps.poll();
        if (mishap != null) {
            mishap.happen(() -> server.modify(accepted(asked)));
        }
        intercepted.setRequest(accepted(asked));
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest intercepted) throws LDAPException {
        boolean isService = intercepted.getRequest().getBindDN().equals(TestConfig.SERVICE_DN);
        if (isService && serviceAccountRefused) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, diagnostic("52e"));
        }
        if (!isService && signInsToFail > 0) {
            signInsToFail--;
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, diagnostic(dataOfSignIns));
        }
        if (!isService && isLockedOut(intercepted.getRequest().getBindDN())) {
            throw new LDAPException(ResultCode.INVALID_CREDENTIALS, diagnostic("775"));
        }
    }

    @Override
    public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult intercepted) {
        if (intercepted.getResult().getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            intercepted.setResult(
                    new BindResult(-1, ResultCode.INVALID_CREDENTIALS, diagnostic("52e"), null, null, null));
        }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry intercepted) {
        Entry entry = intercepted.getSearchEntry();
        if (time != null && entry.getDN().isEmpty()) {
            Entry told = entry.duplicate();
            told.setAttribute("currentTime", StaticUtils.encodeGeneralizedTime(Date.from(time)));
            intercepted.setSearchEntry(told);
        }
    }

    private ModifyRequest accepted(ReadOnlyModifyRequest asked) throws LDAPException {
        List<Modification> modifications = asked.getModifications();
        if (isUnlock(modifications.get(0))) {
            return new ModifyRequest(asked.getDN(), replace("badPwdCount", "0"), replace("lockoutTime", "0"));
        }
        boolean change = modifications.get(0).getModificationType() == ModificationType.DELETE;
        if (change) {
            checkCurrent(asked.getDN(), password(modifications.get(0)));
        }
        String password = password(modifications.get(change ? 1 : 0));
        checkNew(asked.getDN(), password, change || asked.getControls().length > 0);
        return new ModifyRequest(
                asked.getDN(),
                replace("userPassword", password),
                replace("lockoutTime", "0"),
                replace("pwdLastSet", "133000000000000000"));
    }

    private void checkCurrent(String dn, String password) throws LDAPException {
        if (isLockedOut(dn)) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "00000775: AtrErr: DSID-03190F80");
        }
        if (!server.getEntry(dn).hasAttributeValue("userPassword", password)) {
            throw new LDAPException(ResultCode.CONSTRAINT_VIOLATION, "00000056: AtrErr: DSID-03190F80");
        }
    }

    private void checkNew(String dn, String password, boolean againstHistory) throws LDAPException {
        Set<String> former = formerPasswords.computeIfAbsent(dn, ignored -> ConcurrentHashMap.newKeySet());
        former.add(server.getEntry(dn).getAttributeValue("userPassword"));
        if (!passwordFilter.test(password) || againstHistory && former.contains(password)) {
            throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "0000052D: SvcErr: DSID-031A12D2");
        }
    }

    private static boolean isUnlock(Modification first) {
        return first.getAttributeName().equals("lockoutTime") && first.getValues()[0].equals("0");
    }

    private boolean isLockedOut(String dn) throws LDAPException {
        Entry user = server.getEntry(dn);
        Long since = user == null ? null : user.getAttributeValueAsLong("lockoutTime");
        return since != null && since != 0;
    }

    private static String password(Modification modification) {
        String quoted = new String(modification.getValueByteArrays()[0], StandardCharsets.UTF_16LE);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Modification replace(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private static String diagnostic(String data) {
        return "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data " + data + ", v4563";
    }
}
