package io.sspr.sandbox.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.CannedResponseRequestHandler;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.listener.SearchEntryParer;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;

/** What one client of the large directory may do: sign in as the service account, and search. */
final class LargeDirectoryConnection extends LDAPListenerRequestHandler {
    private static final LDAPListenerRequestHandler NOTHING_ELSE =
            new CannedResponseRequestHandler(ResultCode.UNWILLING_TO_PERFORM, null, null, List.of());

    private final LargeDirectory directory;
    private final LDAPListenerClientConnection client;

    LargeDirectoryConnection(LargeDirectory directory, LDAPListenerClientConnection client) {
        this.directory = directory;
        this.client = client;
    }

    @Override
    public LargeDirectoryConnection newInstance(LDAPListenerClientConnection connected) {
        return new LargeDirectoryConnection(directory, connected);
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp request, List<Control> controls) {
        boolean known = request.getCredentialsType() == BindRequestProtocolOp.CRED_TYPE_SIMPLE
                && request.getBindDN().equals(Directory.SERVICE_ACCOUNT)
                && request.getSimplePassword().stringValue().equals(Directory.SERVICE_PASSWORD);
        ResultCode result = known ? ResultCode.SUCCESS : ResultCode.INVALID_CREDENTIALS;
        return new LDAPMessage(id, new BindResponseProtocolOp(result.intValue(), null, null, null, null));
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp request, List<Control> controls) {
        try {
            if (request.getScope() != SearchScope.SUB) {
                return searchOne(id, request);
            }
            return searchPage(id, request, controls);
        } catch (LDAPException refused) {
            return done(id, refused.getResultCode());
        }
    }

    private LDAPMessage searchOne(int id, SearchRequestProtocolOp request) throws LDAPException {
        if (request.getBaseDN().equals(LargeDirectory.DELETED_OBJECTS)) {
            client.sendSearchResultEntry(id, directory.somethingDeleted());
            return done(id, ResultCode.SUCCESS);
        }
        if (!request.getBaseDN().isEmpty()) {
            return done(id, ResultCode.NO_SUCH_OBJECT);
        }
        client.sendSearchResultEntry(id, directory.root());
        return done(id, ResultCode.SUCCESS);
    }

    /** The cookie is the index of the object to go on with. */
    private LDAPMessage searchPage(int id, SearchRequestProtocolOp request, List<Control> controls)
            throws LDAPException {
        SimplePagedResultsControl page = page(controls);
        SearchEntryParer parer = new SearchEntryParer(request.getAttributes(), null);
        int left = page == null ? directory.size() : page.getSize();
        int index = page == null || page.getCookie().getValueLength() == 0
                ? 0
                : Integer.parseInt(page.getCookie().stringValue());
        for (; index < directory.size() && left > 0; index++) {
            Entry object = directory.object(index);
            if (request.getFilter().matchesEntry(object)) {
                client.sendSearchResultEntry(id, parer.pareEntry(object));
                left--;
            }
        }
        String cookie = index < directory.size() ? Integer.toString(index) : "";
        return done(id, ResultCode.SUCCESS, new SimplePagedResultsControl(0, new ASN1OctetString(cookie), false));
    }

    private static SimplePagedResultsControl page(List<Control> controls) throws LDAPException {
        for (Control control : controls) {
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                return new SimplePagedResultsControl(control.getOID(), control.isCritical(), control.getValue());
            }
        }
        return null;
    }

    private static LDAPMessage done(int id, ResultCode result, Control... controls) {
        return new LDAPMessage(
                id, new SearchResultDoneProtocolOp(result.intValue(), null, null, null), List.of(controls));
    }

    @Override
    public LDAPMessage processAddRequest(int id, AddRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processAddRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processCompareRequest(int id, CompareRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processCompareRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processDeleteRequest(int id, DeleteRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processDeleteRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processExtendedRequest(int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processExtendedRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processModifyRequest(int id, ModifyRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processModifyRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processModifyDNRequest(int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        return NOTHING_ELSE.processModifyDNRequest(id, request, controls);
    }
}
