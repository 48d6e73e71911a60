// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server process, read and told over TLS by a client whose certificate says what it may. */
@Execution(ExecutionMode.CONCURRENT)
class ModbusTlsTest {

    private static final String PASSWORD = "of-a-test";
    private static final String SITE = SmallSite.TEXT + """
            modbus:
              enabled: true
              port: off
              tls: { port: 0, client-ca-file: client.pem, roles: [{ role: operator, may: [mute] }] }
            """;

    @TempDir
    private Path folder;

    private void keytool(String... words) throws Exception {
        String[] all = new String[words.length + 9];
        all[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(words, 0, all, 1, words.length);
        System.arraycopy(new String[] {"-alias", "client", "-keystore", folder.resolve("client.p12").toString(),
            "-storetype", "PKCS12", "-storepass", PASSWORD}, 0, all, words.length + 1, 8);
        Tool.run(all);
    }

    private SSLContext client() throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("client.p12"))) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        try (InputStream in = Files.newInputStream(folder.resolve("data").resolve("tls").resolve("ca.pem"))) {
            authority.setCertificateEntry("server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static String ask(SSLSocket socket, String pdu) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(pdu);
        byte[] frame = new byte[7 + bytes.length];
        frame[5] = (byte) (bytes.length + 1);
        frame[6] = 1;
        System.arraycopy(bytes, 0, frame, 7, bytes.length);
        socket.getOutputStream().write(frame);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readInt();
        int length = in.readUnsignedShort();
        in.readUnsignedByte();
        return HexFormat.of().formatHex(in.readNBytes(length - 1));
    }

    @Test
    void aClientWithACertificateReadsAndWritesWhatItsRoleMay() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=plc-9", "-validity", "3",
                "-ext", "1.3.6.1.4.1.50316.802.1=0c086f70657261746f72"); // "operator"
        keytool("-exportcert", "-rfc", "-file", folder.resolve("client.pem").toString());
        Path site = Files.writeString(folder.resolve("site.yaml"), SITE);
        try (Program server = new Program("run", site.toString())) {
            Api api = new Api(server.awaitText("Bearer", 60));
            JsonNode status = api.get("interfaces").path("interfaces").get(0).path("status");
            String where = status.path("places").get(0).path("where").asText();
            assertThat(where).matches("127\\.0\\.0\\.1:\\d+, TLS");
            int port = Integer.parseInt(where.replaceAll(".*:(\\d+),.*", "$1"));
            try (SSLSocket socket = (SSLSocket) client().getSocketFactory().createSocket("127.0.0.1", port)) {
                socket.setSoTimeout(20_000);
                assertThat(ask(socket, "0303eb0002")).as("strings and modules").isEqualTo("030400010004");
                assertThat(ask(socket, "0523f0ff00")).as("acknowledging is not of that role").isEqualTo("8501");
                assertThat(ask(socket, "0523f1ff00")).as("muting is").isEqualTo("0523f1ff00");
            }
            assertThat(api.get("interfaces").path("interfaces").get(0).path("status").path("clients").get(0).path("who")
                    .asText()).isEqualTo("plc-9");
        }
        try (Program audit = new Program("audit", "show", site.toString())) {
            assertThat(audit.end(60)).contains("plc-9", "modbus tls 127.0.0.1");
        }
    }
}
