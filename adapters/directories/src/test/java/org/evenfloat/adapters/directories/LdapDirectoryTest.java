// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenfloat.adapters.directories.LdapServer.Tls;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.contracts.DirectoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LdapDirectoryTest extends DirectoryContract {

    @TempDir
    static Path folder;

    private static LdapRoom room;
    private static ServerSocket silent;

    @BeforeAll
    static void open() throws Exception {
        room = new LdapRoom(folder, "localhost");
        silent = new ServerSocket(0);
    }

    @AfterAll
    static void close() throws Exception {
        room.close();
        silent.close();
    }

    @Override
    protected Directory openDirectory() {
        return new LdapDirectory(room.search(Tls.LDAPS, ""));
    }

    @Override
    protected String group() {
        return LdapRoom.GROUP;
    }

    @Override
    protected Directory openSilent() {
        return new LdapDirectory(at("localhost", silent.getLocalPort(), Tls.LDAPS, 400));
    }

    private static LdapServer at(String host, int port, Tls tls, int timeoutMillis) {
        LdapServer good = room.template(tls);
        return new LdapServer(host, port, tls, good.userDn(), "", "uid", "", "", "", good.groups(), good.caFile(),
                timeoutMillis);
    }

    static Stream<LdapServer> everyWay() {
        return Stream.of(Tls.values()).flatMap(tls -> Stream.of(
                room.search(tls, ""), room.search(tls, "ou=groups,dc=example,dc=org"), room.template(tls)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void findsPeopleAndGroupsInEveryWay(LdapServer way) throws Exception {
        LdapDirectory directory = new LdapDirectory(way);
        assertThat(directory.check("anna", PASSWORD)).contains(Set.of(LdapRoom.GROUP));
        assertThat(directory.check("bert", PASSWORD)).contains(Set.of());
        assertThat(directory.check("anna", "wrong")).isEmpty();
        assertThat(directory.check("nobody", PASSWORD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void takesNoNameForAPieceOfTheQuestion(LdapServer way) throws Exception {
        LdapDirectory directory = new LdapDirectory(way);
        for (String name : List.of("*", "an*", "anna)(uid=*", "anna,ou=people", "anna+sn=anna", "*)(|(uid=*", "", "\\2a")) {
            assertThat(directory.check(name, PASSWORD)).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void believesOnlyAServerWhoseCertificateFitsItsName(LdapServer way) throws Exception {
        if (way.tls() == Tls.NONE) {
            return;
        }
        LdapServer byAddress = new LdapServer("127.0.0.1", way.port(), way.tls(), way.userDn(), way.users(), way.login(),
                way.bindDn(), way.bindPassword(), way.groupBase(), way.groups(), way.caFile(), way.timeoutMillis());
        assertFails(byAddress, "127.0.0.1");
        Path other = new TestCertificate("localhost").file(folder, "other.pem");
        for (Optional<Path> authorities : List.of(Optional.of(other), Optional.<Path>empty())) {
            assertFails(new LdapServer("localhost", way.port(), way.tls(), way.userDn(), way.users(), way.login(),
                    way.bindDn(), way.bindPassword(), way.groupBase(), way.groups(), authorities,
                    way.timeoutMillis()), "SSLHandshakeException");
        }
    }

    private static void assertFails(LdapServer server, String says) {
        assertThatExceptionOfType(DirectoryFailure.class)
                .isThrownBy(() -> new LdapDirectory(server).check("anna", PASSWORD))
                .withMessageContaining("LDAP server").withMessageContaining(says)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
    }

    @Test
    void saysNothingWithoutTlsToAServerThatHasNone() throws Exception {
        try (OneAnswer plain = new OneAnswer(OneAnswer.EXTENDED_REFUSED)) {
            assertFails(at("localhost", plain.port(), Tls.START_TLS, 2_000), "");
            assertThat(plain.heard()).isNotEmpty().doesNotContain("anna").doesNotContain(PASSWORD);
        }
    }

    @Test
    void tellsWhyItCannotBeAsked() throws Exception {
        LdapServer good = room.search(Tls.LDAPS, "");
        assertFails(new LdapServer("localhost", good.port(), Tls.LDAPS, "", good.users(), "uid", good.bindDn(), "wrong",
                "", good.groups(), good.caFile(), 5_000), "49 (invalid credentials)");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertFails(new LdapServer("localhost", good.port(), Tls.LDAPS, "", good.users(), "uid", good.bindDn(), "",
                "", good.groups(), Optional.of(empty), 5_000), "empty.pem");
        ServerSocket closed = new ServerSocket(0);
        closed.close();
        assertFails(at("localhost", closed.getLocalPort(), Tls.LDAPS, 2_000), "");
        assertFails(at("no-such-host.invalid", 636, Tls.LDAPS, 2_000), "");
    }

    @Test
    void knowsNobodyWhomSeveralEntriesFit() throws Exception {
        room.server.add("dn: ou=second," + LdapRoom.PEOPLE, "objectClass: organizationalUnit", "ou: second");
        for (String where : List.of("", "ou=second,")) {
            room.server.add("dn: uid=carl," + where + LdapRoom.PEOPLE, "objectClass: inetOrgPerson", "uid: carl",
                    "sn: carl", "userPassword: " + PASSWORD);
        }
        assertThat(openDirectory().check("carl", PASSWORD)).isEmpty();
    }

    @Test
    void showsNoSecretAsText() {
        assertThat(room.search(Tls.LDAPS, "").toString()).doesNotContain(LdapRoom.READER_PASSWORD);
    }
}
