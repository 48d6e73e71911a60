// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** An LDAP server with TLS for tests, and how to ask it. */
final class LdapRoom implements AutoCloseable {

    static final String PEOPLE = "ou=people,dc=example,dc=org";
    static final String GROUP = "cn=battery-service,ou=groups,dc=example,dc=org";
    static final String READER = "cn=reader,dc=example,dc=org";
    static final String READER_PASSWORD = "read only";

    final InMemoryDirectoryServer server;
    final Path ca;

    LdapRoom(Path folder, String certificateName) throws Exception {
        TestCertificate certificate = new TestCertificate(certificateName);
        ca = certificate.file(folder, certificateName + ".pem");
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setSchema(null);
        config.addAdditionalBindCredentials(READER, READER_PASSWORD);
        InetAddress here = InetAddress.getByName("127.0.0.1");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", here, 0, certificate.server().getServerSocketFactory(),
                        certificate.server().getSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", here, 0, certificate.server().getSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups,dc=example,dc=org", "objectClass: organizationalUnit", "ou: groups");
        person("anna", "memberOf: CN=Battery-Service, OU=groups,DC=example,DC=org");
        person("bert", "memberOf: cn=others,ou=groups,dc=example,dc=org");
        server.add("dn: " + GROUP, "objectClass: groupOfNames", "cn: battery-service", "member: " + dn("anna"));
        server.add("dn: cn=others,ou=groups,dc=example,dc=org", "objectClass: groupOfUniqueNames", "cn: others",
                "uniqueMember: " + dn("bert"));
        server.startListening();
    }

    void person(String name, String more) throws Exception {
        server.add("dn: " + dn(name), "objectClass: inetOrgPerson", "uid: " + name, "sn: " + name, more,
                "userPassword: correct horse battery");
    }

    static String dn(String name) {
        return "uid=" + name + "," + PEOPLE;
    }

    int port(String listener) {
        return server.getListenPort(listener);
    }

    /** Returns the room asked by search. */
    LdapServer search(LdapServer.Tls tls, String groupBase) {
        return new LdapServer("localhost", port(tls == LdapServer.Tls.LDAPS ? "ldaps" : "ldap"), tls, "", PEOPLE, "uid",
                READER, READER_PASSWORD, groupBase, Set.of(GROUP, "cn=else,dc=example,dc=org"), Optional.of(ca), 5_000);
    }

    /** Returns the room asked by a template. */
    LdapServer template(LdapServer.Tls tls) {
        return new LdapServer("localhost", port(tls == LdapServer.Tls.LDAPS ? "ldaps" : "ldap"), tls,
                "uid={name}," + PEOPLE, "", "uid", "", "", "", Set.of(GROUP), Optional.of(ca), 5_000);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
