package io.sspr.agent.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets whose handshake ends in time. The LDAP library limits connecting and each operation, but not the
 * handshake in between, so that a host which accepts connections and says nothing would be waited for without end.
 * Thread-safe.
 */
final class ImpatientSockets extends SocketFactory {
    private final SSLSocketFactory sockets;
    private final int limitMillis;

    /** @param limit for each answer of the other side during the handshake */
    ImpatientSockets(SSLSocketFactory sockets, Duration limit) {
        this.sockets = sockets;
        this.limitMillis = (int) limit.toMillis();
    }

    /**
     * Verifies the name of the host, and that its certificate has not expired. By now the library has shaken hands, or
     * has waited for that in vain; a second handshake would be another matter, and Samba does not take it. From then on
     * the library's own limits hold.
     */
    static SSLSocketVerifier verifier() {
        SSLSocketVerifier hostName = new HostNameSSLSocketVerifier(true);
        return new SSLSocketVerifier() {
            @Override
            public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
                try {
                    checkValidity(socket);
                    hostName.verifySSLSocket(host, port, socket);
                    socket.setSoTimeout(0);
                } catch (SSLPeerUnverifiedException e) {
                    Exception late = new SocketTimeoutException("no certificate in time");
                    throw new LDAPException(ResultCode.CONNECT_ERROR, late.getMessage(), late);
                } catch (SocketException e) {
                    throw new LDAPException(ResultCode.CONNECT_ERROR, "the connection broke in the handshake", e);
                } catch (CertificateException e) {
                    throw new LDAPException(ResultCode.CONNECT_ERROR, "the certificate is not valid now", e);
                } catch (LDAPException e) {
                    Exception wrongName = new CertificateException("the certificate is another host's", e);
                    throw new LDAPException(e.getResultCode(), e.getMessage(), wrongName);
                }
            }
        };
    }

    /** Java asks only how old a chain is, and not a certificate that is trusted itself. */
    private static void checkValidity(SSLSocket socket) throws CertificateException, SSLPeerUnverifiedException {
        if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
            certificate.checkValidity();
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return limited(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return limited(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return limited(sockets.createSocket(host, port, from, fromPort));
    }

    private Socket limited(Socket socket) throws SocketException {
        socket.setSoTimeout(limitMillis);
        return socket;
    }
}
