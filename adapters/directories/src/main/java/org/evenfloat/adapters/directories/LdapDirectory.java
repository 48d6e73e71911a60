// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.Optional;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;

/**
 * Asks an LDAP server (RFC 4511) by binding as the person, over TLS with a checked certificate unless the server is on
 * this machine. Makes a connection for each question and follows no referral.
 */
public final class LdapDirectory implements Directory {

    /** An entry with some groups is smaller; more is not read. */
    private static final int MAX_MESSAGE_BYTES = 1 << 20;

    private static final Set<ResultCode> NOT_HE = Set.of(
            ResultCode.INVALID_CREDENTIALS, ResultCode.NO_SUCH_OBJECT, ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION, ResultCode.INAPPROPRIATE_AUTHENTICATION, ResultCode.INVALID_DN_SYNTAX);

    private final LdapServer server;
    private final BoundedCalls calls;

    public LdapDirectory(LdapServer server) {
        this.server = server;
        this.calls = new BoundedCalls("ldap", server.timeoutMillis());
    }

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public Optional<Set<String>> check(String name, String password) throws DirectoryFailure {
        if (password.isEmpty()) {
            return Optional.empty(); // a bind without password succeeds as nobody: RFC 4513, 5.1.2
        }
        try {
            return calls.within(() -> ask(name, password));
        } catch (DirectoryFailure failure) {
            throw new DirectoryFailure("LDAP server " + server + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<Set<String>> ask(String name, String password) throws DirectoryFailure {
        try (LDAPConnection connection = connect()) {
            LdapPeople people = new LdapPeople(connection, server);
            if (!server.userDn().isEmpty()) {
                String dn = LdapPeople.dn(server.userDn(), name);
                return binds(connection, dn, password) ? Optional.of(people.groups(dn)) : Optional.empty();
            }
            if (!server.bindDn().isEmpty()) {
                connection.bind(new SimpleBindRequest(server.bindDn(), server.bindPassword()));
            }
            Optional<String> found = people.find(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Set<String> groups = people.groups(found.get());
            return binds(connection, found.get(), password) ? Optional.of(groups) : Optional.empty();
        } catch (LDAPException e) {
            throw new DirectoryFailure(e.getResultCode() + ", " + e.getMessage(), e);
        }
    }

    private static boolean binds(LDAPConnection connection, String dn, String password) throws LDAPException {
        try {
            return connection.bind(new SimpleBindRequest(dn, password)).getResultCode().equals(ResultCode.SUCCESS);
        } catch (LDAPException e) {
            if (NOT_HE.contains(e.getResultCode())) {
                return false;
            }
            throw e;
        }
    }

    private LDAPConnection connect() throws LDAPException, DirectoryFailure {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(server.timeoutMillis());
        options.setResponseTimeoutMillis(server.timeoutMillis());
        options.setMaxMessageSize(MAX_MESSAGE_BYTES);
        options.setFollowReferrals(false);
        options.setAbandonOnTimeout(false);
        options.setSSLSocketVerifier(new CertificateName());
        if (server.tls() == LdapServer.Tls.NONE) {
            return new LDAPConnection(options, server.host(), server.port());
        }
        SSLContext context = CaFile.context(server.caFile());
        if (server.tls() == LdapServer.Tls.LDAPS) {
            SocketFactory sockets = context.getSocketFactory();
            return new LDAPConnection(sockets, options, server.host(), server.port());
        }
        LDAPConnection connection = new LDAPConnection(options, server.host(), server.port());
        try {
            if (!connection.processExtendedOperation(new StartTLSExtendedRequest(context)).getResultCode()
                    .equals(ResultCode.SUCCESS)) {
                throw new DirectoryFailure("refuses StartTLS, and nothing is said to it without");
            }
            return connection;
        } catch (LDAPException | DirectoryFailure e) {
            connection.close();
            throw e;
        }
    }
}
