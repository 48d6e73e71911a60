// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads where the web pages are served, and how. */
final class WebReader {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final String ADDRESS = "an address of this machine such as 127.0.0.1, \"::1\" or 192.168.1.5, localhost,"
            + " 0.0.0.0 (all of IPv4) or \"::\" (all)";

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)(?!" + BYTE + "(\\." + BYTE + "){3}$)" + LABEL + "(\\." + LABEL + ")*");
    private static final int MOST_NAMES = 32;

    private static final Map<String, Boolean> SWITCH = new TreeMap<>(Map.of("true", true, "false", false));
    private static final Map<String, Boolean> OWN = new TreeMap<>(Map.of("own", true, "file", false));

    /** Long enough that nobody guesses it, printable so that it can stand in a header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,256}");
    private static final Pattern PASSWORD = Pattern.compile("[^\\p{Cntrl}]{1,256}");

    private final Path folder;
    private final Map<String, String> environment;

    WebReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    WebSettings read(Section web) {
        WebSettings standard = WebSettings.STANDARD;
        String address = web.find("address").flatMap(WebReader::address).orElse(standard.address());
        int port = web.find("port")
                .map(entry -> entry.number(0, 65_535, "a TCP port (0: any free one)").orElse(standard.port()))
                .orElse(standard.port());
        boolean enabled = web.find("enabled").flatMap(entry -> entry.choice(SWITCH)).orElse(true);
        Optional<Boolean> https = web.find("https").flatMap(entry -> entry.choice(SWITCH));
        if (https.equals(Optional.of(false)) && !WebSettings.isLoopback(address)) {
            web.find("https").orElseThrow().reject("true; only what no other machine reaches goes without");
        }
        return new WebSettings(enabled, address, port, names(web), https.orElse(false), certificate(web),
                web.find("token").flatMap(entry -> secret(entry, TOKEN, "an unfit token",
                        "a token of 16 to 256 ASCII characters, no spaces")));
    }

    /** Returns an address on which this machine can listen. */
    static Optional<String> address(Entry entry) {
        Optional<String> address = entry.scalar().filter(WebReader::isAddress);
        if (address.isEmpty()) {
            entry.reject(ADDRESS);
        }
        return address;
    }

    private static boolean isAddress(String text) {
        if (text.equals("localhost") || IPV4.matcher(text).matches()) {
            return text.equals("localhost") || !isMulticast(text);
        }
        return IPV6.matcher(text).matches() && !isMulticast(text);
    }

    /** Returns whether the number is no address on which anybody can listen. */
    private static boolean isMulticast(String number) {
        try {
            InetAddress address = InetAddress.getByName(number); // a number: nobody is asked
            return address.isMulticastAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static List<String> names(Section web) {
        List<Entry> entries = web.items("names", "host names");
        Set<String> names = new LinkedHashSet<>();
        for (Entry entry : entries) {
            entry.matching(NAME, "a host name such as battery.example.com").ifPresent(name -> {
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    entry.reject("every name once");
                }
            });
        }
        if (entries.size() > MOST_NAMES) {
            web.find("names").orElseThrow().reject(entries.size() + " names", "at most " + MOST_NAMES);
        }
        return List.copyOf(names);
    }

    private Optional<CertificateSetting> certificate(Section web) {
        boolean own = web.find("certificate").flatMap(entry -> entry.choice(OWN)).orElse(true);
        if (own) {
            for (String key : List.of("certificate-file", "key-file", "key-password")) {
                web.find(key).ifPresent(entry -> entry.reject(
                        "a " + key + " beside the server's own certificate", "only with certificate: file"));
            }
            return Optional.empty();
        }
        Optional<Path> certificate = web.need("certificate-file", "PEM with the certificate, or PKCS#12")
                .flatMap(this::file);
        Optional<Path> key = web.find("key-file").flatMap(this::file);
        Optional<Secret> password = web.find("key-password").flatMap(
                entry -> secret(entry, PASSWORD, "an unfit password", "a password of 1 to 256 characters in one line"));
        return certificate.map(path -> new CertificateSetting(path, key, password));
    }

    private Optional<Path> file(Entry entry) {
        Optional<String> text = entry.scalar().filter(t -> !t.isBlank() && t.chars().noneMatch(c -> c < ' '));
        try {
            if (text.isPresent()) {
                return Optional.of(folder.resolve(text.get()).normalize());
            }
        } catch (InvalidPathException e) {
            // Only on systems that know forbidden characters; said below like every other mistake.
        }
        entry.reject("a file, absolute or relative to the folder of the site file");
        return Optional.empty();
    }

    /** Reads a secret; no problem ever quotes what stands there. */
    private Optional<Secret> secret(Entry entry, Pattern fit, String unfit, String allowed) {
        Optional<SecretReference> reference = entry.scalar().flatMap(text -> SecretReference.parse(text, folder));
        if (reference.isEmpty()) {
            entry.reject("something else than a reference", SecretReference.ALLOWED);
            return Optional.empty();
        }
        try {
            String value = reference.get().resolve(environment);
            if (!fit.matcher(value).matches()) {
                entry.reject(reference.get() + ", " + unfit, allowed);
            }
            return Optional.of(new Secret(reference.get(), value));
        } catch (SecretReference.Unresolved e) {
            entry.reject(reference.get() + ", " + e.given(), e.allowed());
            return Optional.empty();
        }
    }
}
