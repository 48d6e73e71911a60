// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.CertificateFiles;
import org.evenfloat.adapters.access.certificate.CertificateText;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.transport.ServerCertificate;
import org.evenfloat.infrastructure.transport.ServerCertificate.Origin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes the certificate of the web server; a running server takes the new one within seconds. */
@Command(
        name = "certificate",
        description = "Shows the certificate of the web server, renews it, or takes one over from elsewhere.",
        mixinStandardHelpOptions = true)
final class CertificateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which certificate command? 'evenfloat certificate show SITEFILE' is one.");
    }

    @Command(name = "show", mixinStandardHelpOptions = true,
            description = "Prints the certificate, its fingerprints, how long it is good, and how browsers get to trust it.")
    int show(@Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.") Path siteFile)
            throws CommandFailure {
        ServerCertificate certificate = certificate(siteFile);
        try {
            Optional<TlsIdentity> present = certificate.present(Instant.now());
            if (present.isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, certificate.origin() == Origin.OWN
                        ? "There is no certificate yet. The server makes it when it first serves HTTPS, or now: 'evenfloat"
                                + " certificate renew " + siteFile + "'."
                        : String.join(System.lineSeparator(), certificate.problems(Instant.now())));
            }
            print(certificate, present.get());
            return ExitCode.DONE;
        } catch (CertificateFailure e) {
            throw new CommandFailure(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    @Command(name = "renew", mixinStandardHelpOptions = true,
            description = "Makes a new certificate of the server's own authority now.")
    int renew(
            @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.") Path siteFile,
            @Option(names = "--authority",
                    description = "Makes the authority anew too; every browser has to import the new one.") boolean anew,
            @Option(names = "--own",
                    description = "Goes back to the own authority and sets an imported certificate aside.") boolean own)
            throws CommandFailure {
        ServerCertificate certificate = certificate(siteFile);
        try {
            if (!own && certificate.origin() == Origin.IMPORTED) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "certificate: an imported one is in use - allowed: 'certificate"
                        + " import' of a newer one, or --own to go back to the server's own authority");
            }
            refuseFiles(certificate);
            certificate.own().renew(certificate.reached(), Instant.now(), anew);
            certificate.imported().setAside();
            print(certificate, certificate.own().present().orElseThrow());
            return ExitCode.DONE;
        } catch (CertificateFailure e) {
            throw new CommandFailure(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true,
            description = "Takes over a certificate from elsewhere, when everything about it is right.")
    int take(
            @Parameters(paramLabel = "SITEFILE", description = "The site file, see docs/site-file.md.") Path siteFile,
            @Option(names = "--certificate", required = true, paramLabel = "FILE",
                    description = "PEM with the certificate and those of its issuers, or PKCS#12.") Path file,
            @Option(names = "--key", paramLabel = "FILE",
                    description = "PEM with the private key, unless it is in the other file.") Path key,
            @Option(names = "--password-stdin",
                    description = "Reads the password of the key from standard input.") boolean locked)
            throws CommandFailure, IOException {
        SiteConfiguration configuration = CheckCommand.read(siteFile);
        ServerCertificate certificate = new ServerCertificate(configuration);
        try {
            refuseFiles(certificate);
            CertificateFiles.Found found = new CertificateFiles(
                            new CertificateFiles.Named("--certificate", file),
                            Optional.ofNullable(key).map(path -> new CertificateFiles.Named("--key", path)),
                            locked ? Optional.of(password()) : Optional.empty())
                    .look(Instant.now(), configuration.web().names());
            if (!found.problems().isEmpty()) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "Nothing was changed:" + System.lineSeparator()
                        + String.join(System.lineSeparator(), found.problems()));
            }
            certificate.imported().keep(found.identity().orElseThrow());
            print(certificate, found.identity().get());
            return ExitCode.DONE;
        } catch (CertificateFailure e) {
            throw new CommandFailure(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    private static ServerCertificate certificate(Path siteFile) throws CommandFailure {
        return new ServerCertificate(CheckCommand.read(siteFile));
    }

    private static String password() throws IOException {
        return new String(System.in.readNBytes(1_024), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }

    private static void refuseFiles(ServerCertificate certificate) throws CommandFailure, CertificateFailure {
        if (certificate.origin() == Origin.FILE) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "web.certificate: file - allowed: own; or replace "
                    + certificate.watched().stream().map(Path::toString).collect(Collectors.joining(" and "))
                    + ", the server notices it within seconds");
        }
    }

    private void print(ServerCertificate certificate, TlsIdentity identity) throws CertificateFailure {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        Origin origin = certificate.origin();
        X509Certificate own = identity.certificate();
        out.println("certificate  " + switch (origin) {
            case FILE -> "from the files of the site file";
            case IMPORTED -> "imported";
            case OWN -> "of the server's own authority";
        });
        out.println("subject      " + own.getSubjectX500Principal());
        out.println("issuer       " + own.getIssuerX500Principal());
        out.println("names        " + String.join(", ", CertificateText.names(own)));
        out.println("addresses    " + CertificateText.addresses(own).stream().map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", ")));
        out.println("valid        " + life(own, now));
        out.println("SHA-256      " + CertificateText.fingerprint(own));
        List<String> problems = certificate.problems(now);
        problems.forEach(problem -> out.println("problem      " + problem));
        Optional<X509Certificate> authority = certificate.own().authorityCertificate();
        if (origin == Origin.OWN && authority.isPresent()) {
            out.println();
            out.println("authority    " + certificate.authorityFile());
            out.println("valid        " + life(authority.get(), now));
            out.println("SHA-256      " + CertificateText.fingerprint(authority.get()));
            out.println("Import this file into each browser as a trusted authority for web sites (Firefox: Settings,"
                    + " Certificates, Authorities; Windows: Trusted Root Certification Authorities; macOS: Keychain).");
            out.println("Compare the fingerprint that the browser shows with the one above before you trust it.");
        }
    }

    private static String life(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = Duration.between(now, end).toDays();
        return certificate.getNotBefore().toInstant() + " to " + end + ", "
                + (now.isAfter(end) ? "expired" : days + " days left");
    }
}
