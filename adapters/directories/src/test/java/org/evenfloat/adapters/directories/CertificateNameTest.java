// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNameTest {

    @ParameterizedTest
    @CsvSource({
        "dc.example.org, 2, dc.example.org, true", "DC.example.org, 2, dc.Example.org, true",
        "dc.example.org, 2, *.example.org, true", "a.dc.example.org, 2, *.example.org, false",
        "example.org, 2, *.example.org, false", "dc.org, 2, *.org, false", "dc.example.org, 2, *, false",
        "dc.example.org, 2, d*.example.org, false", "dc.example.org, 7, dc.example.org, false",
        "dc.example.org, 1, dc.example.org, false", "10.0.0.7, 7, 10.0.0.7, true", "10.0.0.7, 2, 10.0.0.7, false",
        "10.0.0.7, 7, 10.0.0.8, false", "::1, 7, 0:0:0:0:0:0:0:1, true", "evil.org, 2, dc.example.org, false"
    })
    void fitsOnlyTheHostThatWasAsked(String host, int kind, String name, boolean fits) {
        assertThat(CertificateName.fits(host, List.of(List.of(kind, name)))).isEqualTo(fits);
    }

    @Test
    void fitsNothingWithoutNames() {
        assertThat(CertificateName.fits("dc.example.org", null)).isFalse();
        assertThat(CertificateName.fits("dc.example.org", List.of())).isFalse();
    }
}
