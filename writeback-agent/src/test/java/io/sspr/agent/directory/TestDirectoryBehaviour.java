package io.sspr.agent.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.sspr.agent.TestConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Turns writes of unicodePwd into passwords, words refused sign-ins like Active Directory, and misbehaves to order. */
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
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile String dataOfSignIns;
    private volatile int signInsToFail;
    private volatile boolean serviceAccountRefused;
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
        if (asked.getModifications().get(0).getAttributeName().equals("userPassword")) {
            return; // our own, below
        }
        if (asked.getModifications().get(0).getAttributeName().equals("unicodePwd")) {
            writes.add(asked);
            Mishap mishap = mishaps.poll();
            if (mishap != null) {
                mishap.happen(() -> server.modify(translated(asked)));
            }
            intercepted.setRequest(translated(asked));
        }
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
    }

    @Override
    public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult intercepted) {
        if (intercepted.getResult().getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
            intercepted.setResult(
                    new BindResult(-1, ResultCode.INVALID_CREDENTIALS, diagnostic("52e"), null, null, null));
        }
    }

    private static ModifyRequest translated(ReadOnlyModifyRequest asked) {
        byte[] quoted = asked.getModifications().get(0).getValueByteArrays()[0];
        String password = new String(quoted, StandardCharsets.UTF_16LE);
        return new ModifyRequest(
                asked.getDN(),
                new Modification(
                        ModificationType.REPLACE, "userPassword", password.substring(1, password.length() - 1)),
                new Modification(ModificationType.REPLACE, "lockoutTime", "0"),
                new Modification(ModificationType.REPLACE, "pwdLastSet", "133000000000000000"));
    }

    private static String diagnostic(String data) {
        return "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data " + data + ", v4563";
    }
}
