// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS 1.2 and 1.3 with forward secrecy and authenticated encryption (RFC 9325), and nothing older. The certificate can
 * be renewed while connections are open. Whoever speaks HTTP here is told so once and let go.
 */
final class Tls {

    /** RFC 9325, 4.2, and all of TLS 1.3; what clients have preferred since 2016. */
    static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final int KEPT_SESSIONS = 256;
    private static final int SESSION_SECONDS = 3_600;
    private static final int PASSWORD_BYTES = 16;

    private static final byte[] HTTP_REFUSED = ("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    + "Connection: close\r\nContent-Length: 38\r\n\r\nThis port speaks HTTPS: use https://.\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private WebCertificate shown;

    Tls(WebCertificate certificate) {
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setExcludeCipherSuites();
        context.setIncludeCipherSuites(SUITES.toArray(String[]::new));
        context.setUseCipherSuitesOrder(true);
        context.setRenegotiationAllowed(false);
        context.setSniRequired(false);
        context.setSslSessionCacheSize(KEPT_SESSIONS);
        context.setSslSessionTimeout(SESSION_SECONDS);
        show(context, certificate);
        shown = certificate;
    }

    private static void show(SslContextFactory context, WebCertificate certificate) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12"); // in memory alone: the password never leaves it
            store.load(null, null);
            store.setKeyEntry("server", certificate.key(), password.toCharArray(),
                    certificate.chain().toArray(Certificate[]::new));
            context.setKeyStore(store);
            context.setKeyStorePassword(password);
            context.setKeyManagerPassword(password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot hold the certificate " + certificate, e);
        }
    }

    /**
     * Shows another certificate to everybody who connects from now on; open connections go on. The former one stays
     * when the new one cannot be used.
     */
    void renew(WebCertificate certificate) throws Exception {
        try {
            context.reload(same -> show(same, certificate));
            shown = certificate;
        } catch (Exception e) { // what the HTTP server declares; it has forgotten the former one by now
            context.reload(same -> show(same, shown));
            throw e;
        }
    }

    /** Returns what makes connections: the first one looks whether it is TLS at all. */
    ConnectionFactory[] factories(HttpConfiguration http) {
        http.addCustomizer(new SecureRequestCustomizer(false, false, -1, false)); // the host is checked by HostCheck
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        SslConnectionFactory ssl = new SslConnectionFactory(context, plain.getProtocol());
        return new ConnectionFactory[] {new Detection(ssl), ssl, plain};
    }

    /** Returns the connection that reads requests; until the handshake has begun, whatever there is. */
    static Connection http(EndPoint endPoint) {
        return endPoint.getConnection() instanceof SslConnection ssl
                ? ssl.getSslEndPoint().getConnection() : endPoint.getConnection();
    }

    private static final class Detection extends DetectorConnectionFactory {

        Detection(SslConnectionFactory ssl) {
            super(ssl);
        }

        @Override
        protected void nextProtocol(Connector connector, EndPoint endPoint, ByteBuffer first) {
            boolean request = first.hasRemaining() && Character.isUpperCase(first.get(first.position()));
            if (request) {
                endPoint.write(Callback.from(endPoint::close), ByteBuffer.wrap(HTTP_REFUSED));
            } else {
                endPoint.close();
            }
        }
    }
}
