// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;

/**
 * Asks RADIUS servers (RFC 2865) with the password itself (PAP). Each server is sent the same request twice within its
 * share of the time; what comes from elsewhere, or is not proven by the secret, is passed over as if it had not come.
 */
public final class RadiusDirectory implements Directory {

    private static final int TRIES = 2;
    private static final int AUTHENTICATOR_BYTES = 16;
    private static final int IDS = 256;

    private final RadiusServers servers;
    private final BoundedCalls calls;
    private final SecureRandom random = new SecureRandom();

    public RadiusDirectory(RadiusServers servers) {
        this.servers = servers;
        this.calls = new BoundedCalls("radius", servers.timeoutMillis());
    }

    @Override
    public String name() {
        return "radius";
    }

    @Override
    public Optional<Set<String>> check(String name, String password) throws DirectoryFailure {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > RadiusPacket.MAX_PASSWORD_BYTES || password.indexOf('\0') >= 0) {
            return Optional.empty(); // RFC 2865, 5.2: padded with zeros, so none may belong to it
        }
        try {
            return calls.within(() -> ask(name, password));
        } catch (DirectoryFailure failure) {
            throw new DirectoryFailure("RADIUS " + servers + ": " + failure.getMessage(), failure);
        }
    }

    private Optional<Set<String>> ask(String name, String password) throws DirectoryFailure {
        IOException last = null;
        int eachMillis = Math.max(1, servers.timeoutMillis() * 9 / 10 / servers.servers().size() / TRIES);
        for (RadiusServers.Address server : servers.servers()) {
            try {
                RadiusPacket.Answer answer = ask(server, eachMillis, name, password);
                // A challenge (11) asks for more than a password: that is not offered, so it is a no.
                return answer.code() == RadiusPacket.ACCESS_ACCEPT
                        ? Optional.of(new LinkedHashSet<>(answer.values())) : Optional.empty();
            } catch (IOException e) {
                last = e;
            } catch (GeneralSecurityException e) {
                throw new DirectoryFailure("this Java has no MD5", e);
            }
        }
        throw new DirectoryFailure("no proven answer, " + (last == null ? "nobody asked" : last.getMessage()), last);
    }

    private RadiusPacket.Answer ask(RadiusServers.Address server, int eachMillis, String name, String password)
            throws IOException, GeneralSecurityException {
        byte[] authenticator = new byte[AUTHENTICATOR_BYTES];
        random.nextBytes(authenticator);
        byte[] request = RadiusPacket.request(
                random.nextInt(IDS), authenticator, servers.secret(), name, password);
        InetAddress address = InetAddress.getByName(server.host());
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(address, server.port())); // the system drops what others send
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                socket.send(new DatagramPacket(request, request.length));
                Optional<RadiusPacket.Answer> answer = await(socket, request, eachMillis);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        throw new SocketTimeoutException(server + " did not answer in time");
    }

    /** Waits for a proven answer; unproven ones do not end the wait, so that nobody can shout a server down. */
    private Optional<RadiusPacket.Answer> await(DatagramSocket socket, byte[] request, int millis)
            throws IOException, GeneralSecurityException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        byte[] buffer = new byte[RadiusPacket.MAX_BYTES + 1];
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            socket.setSoTimeout((int) left);
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            } catch (PortUnreachableException e) {
                throw new IOException("nobody listens at " + socket.getRemoteSocketAddress(), e);
            }
            Optional<RadiusPacket.Answer> answer = RadiusPacket.answer(
                    Arrays.copyOf(buffer, packet.getLength()), request, servers.secret(), servers.attribute());
            if (answer.isPresent()) {
                return answer;
            }
        }
    }
}
