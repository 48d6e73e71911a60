// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts the server's own authority and no other. */
final class Https {

    private static final Pattern PRINTED =
            Pattern.compile("curl --cacert (\\S+) -H 'Authorization: Bearer (\\S+)' (https://([^/]+):(\\d+))/");

    final String base;
    final String host;
    final int port;
    final Path authority;
    private final String token;
    private final SSLContext trust;

    /** Makes a client from the line with the address that the program prints. */
    Https(String printed) throws IOException, GeneralSecurityException {
        Matcher matcher = PRINTED.matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        authority = Path.of(matcher.group(1));
        token = matcher.group(2);
        base = matcher.group(3);
        host = matcher.group(4);
        port = Integer.parseInt(matcher.group(5));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, factory.getTrustManagers(), null);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newBuilder().sslContext(trust).build().send(
                HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Returns the certificate that is shown now. */
    X509Certificate shown() throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(InetAddress.getByName(host), port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
