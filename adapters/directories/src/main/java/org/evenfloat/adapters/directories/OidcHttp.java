// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenfloat.application.port.out.DirectoryFailure;

/** Speaks HTTP with the provider: HTTPS unless it is on this machine, no redirects, small answers, in time. */
final class OidcHttp {

    private static final int MAX_BYTES = 256 * 1024;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param json its object
     */
    record Answer(int status, Map<String, Object> json) {}

    private final OidcClient settings;
    private HttpClient client;

    OidcHttp(OidcClient settings) {
        this.settings = settings;
    }

    /** Returns the address when it may be asked. */
    static URI checked(Object address, String what) throws DirectoryFailure {
        try {
            URI uri = URI.create(String.valueOf(address));
            boolean https = "https".equals(uri.getScheme()) && uri.getHost() != null;
            boolean here = "http".equals(uri.getScheme()) && uri.getHost() != null
                    && LOOPBACK.matcher(uri.getHost()).matches();
            if ((https || here) && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below like every other address that cannot be
        }
        throw new DirectoryFailure(what + ": no address with https");
    }

    Answer get(URI address) throws DirectoryFailure, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    Answer send(HttpRequest.Builder request) throws DirectoryFailure, InterruptedException {
        HttpRequest built = request.timeout(Duration.ofMillis(settings.timeoutMillis())).build();
        try {
            HttpResponse<String> response = client().send(built, head -> new BoundedBody(MAX_BYTES));
            return new Answer(response.statusCode(), JSONObjectUtils.parse(response.body(), MAX_BYTES));
        } catch (IOException e) {
            client = null;
            throw new DirectoryFailure(built.uri().getPath() + ": " + e, e);
        } catch (ParseException e) {
            throw new DirectoryFailure(built.uri().getPath() + ": no JSON object", e);
        }
    }

    /** Made when it is needed first; it costs two threads, which end after it is forgotten. */
    private synchronized HttpClient client() throws DirectoryFailure {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofMillis(settings.timeoutMillis()))
                    .sslContext(CaFile.context(settings.caFile()))
                    .build();
        }
        return client;
    }
}
