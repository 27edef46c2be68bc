package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.time.Clock;
import java.util.List;

/**
 * What one client of the directory may do: bind, search once bound, modify as {@link ModifyUser} allows. Objects are
 * neither made nor moved nor deleted over LDAP.
 */
final class DirectoryConnection extends LDAPListenerRequestHandler {
    private final DirectoryTree tree;
    private final Authenticate authenticate;
    private final ModifyUser modifyUser;
    private final CurrentTime currentTime;
    private final InMemoryRequestHandler plain;

    /** The pattern from which the listener makes one instance per client. */
    DirectoryConnection(DirectoryTree tree, Clock clock) {
        this(tree, new Lockout(tree, clock), clock);
    }

    private DirectoryConnection(DirectoryTree tree, Lockout lockout, Clock clock) {
        this(
                tree,
                new Authenticate(tree, lockout, clock),
                new ModifyUser(tree, lockout, clock),
                new CurrentTime(clock),
                null);
    }

    private DirectoryConnection(
            DirectoryTree tree,
            Authenticate authenticate,
            ModifyUser modifyUser,
            CurrentTime currentTime,
            InMemoryRequestHandler plain) {
        this.tree = tree;
        this.authenticate = authenticate;
        this.modifyUser = modifyUser;
        this.currentTime = currentTime;
        this.plain = plain;
    }

    @Override
    public DirectoryConnection newInstance(LDAPListenerClientConnection client) throws LDAPException {
        client.addSearchEntryTransformer(currentTime);
        client.addSearchEntryTransformer(tree.changes());
        return new DirectoryConnection(tree, authenticate, modifyUser, currentTime, tree.connect(client));
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp request, List<Control> controls) {
        plain.setAuthenticatedDN(DN.NULL_DN);
        if (request.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
            return new LDAPMessage(
                    id,
                    new BindResponseProtocolOp(
                            ResultCode.AUTH_METHOD_NOT_SUPPORTED_INT_VALUE, null, "Simple bind only.", null, null));
        }
        try {
            String password = request.getSimplePassword().stringValue();
            // As in Active Directory a bind without a password succeeds and leaves the client anonymous.
            if (!password.isEmpty()) {
                plain.setAuthenticatedDN(authenticate.authenticate(request.getBindDN(), password));
            }
            return new LDAPMessage(
                    id, new BindResponseProtocolOp(ResultCode.SUCCESS_INT_VALUE, null, null, null, null));
        } catch (LDAPException refused) {
            return new LDAPMessage(
                    id,
                    new BindResponseProtocolOp(
                            refused.getResultCode().intValue(), null, refused.getMessage(), null, null));
        }
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp request, List<Control> controls) {
        boolean rootEntry = request.getBaseDN().isEmpty() && request.getScope() == SearchScope.BASE;
        if (isAnonymous() && !rootEntry) {
            LDAPException refused = Refusal.notBound();
            return new LDAPMessage(
                    id,
                    new SearchResultDoneProtocolOp(
                            refused.getResultCode().intValue(), null, refused.getMessage(), null));
        }
        if (rootEntry || Changes.asksForDeleted(controls)) {
            return plain.processSearchRequest(id, request, Changes.withoutShowDeleted(controls));
        }
        return plain.processSearchRequest(id, Changes.withoutDeleted(request), controls);
    }

    @Override
    public LDAPMessage processModifyRequest(int id, ModifyRequestProtocolOp request, List<Control> controls) {
        try {
            if (isAnonymous()) {
                throw Refusal.notBound();
            }
            return modifyUser.modify(plain, id, request, controls);
        } catch (LDAPException refused) {
            return new LDAPMessage(
                    id,
                    new ModifyResponseProtocolOp(refused.getResultCode().intValue(), null, refused.getMessage(), null));
        }
    }

    @Override
    public LDAPMessage processCompareRequest(int id, CompareRequestProtocolOp request, List<Control> controls) {
        if (isAnonymous()) {
            LDAPException refused = Refusal.notBound();
            return new LDAPMessage(
                    id,
                    new CompareResponseProtocolOp(
                            refused.getResultCode().intValue(), null, refused.getMessage(), null));
        }
        return plain.processCompareRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processExtendedRequest(int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        if (request.getOID().equals(WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID)) {
            return plain.processExtendedRequest(id, request, controls);
        }
        return new LDAPMessage(
                id,
                new ExtendedResponseProtocolOp(
                        ResultCode.PROTOCOL_ERROR_INT_VALUE, null, "Unknown extended request.", null, null, null));
    }

    @Override
    public LDAPMessage processAddRequest(int id, AddRequestProtocolOp request, List<Control> controls) {
        LDAPException refused = refusalToEdit();
        return new LDAPMessage(
                id, new AddResponseProtocolOp(refused.getResultCode().intValue(), null, refused.getMessage(), null));
    }

    @Override
    public LDAPMessage processDeleteRequest(int id, DeleteRequestProtocolOp request, List<Control> controls) {
        LDAPException refused = refusalToEdit();
        return new LDAPMessage(
                id, new DeleteResponseProtocolOp(refused.getResultCode().intValue(), null, refused.getMessage(), null));
    }

    @Override
    public LDAPMessage processModifyDNRequest(int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        LDAPException refused = refusalToEdit();
        return new LDAPMessage(
                id,
                new ModifyDNResponseProtocolOp(refused.getResultCode().intValue(), null, refused.getMessage(), null));
    }

    private LDAPException refusalToEdit() {
        return isAnonymous() ? Refusal.notBound() : Refusal.insufficientRights();
    }

    private boolean isAnonymous() {
        return plain.getAuthenticatedDN().isNullDN();
    }
}
