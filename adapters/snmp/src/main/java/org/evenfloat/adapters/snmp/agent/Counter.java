// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import org.evenfloat.adapters.snmp.variables.Oid;

/** What the agent counts and tells of itself. Source: RFC 3418 (snmp), RFC 3412, RFC 3413, RFC 3414 (usmStats). */
enum Counter {
    IN_PACKETS(1, 3, 6, 1, 2, 1, 11, 1, 0),
    OUT_PACKETS(1, 3, 6, 1, 2, 1, 11, 2, 0),
    BAD_VERSIONS(1, 3, 6, 1, 2, 1, 11, 3, 0),
    BAD_COMMUNITY_NAMES(1, 3, 6, 1, 2, 1, 11, 4, 0),
    BAD_COMMUNITY_USES(1, 3, 6, 1, 2, 1, 11, 5, 0),
    PARSE_ERRORS(1, 3, 6, 1, 2, 1, 11, 6, 0),
    SILENT_DROPS(1, 3, 6, 1, 2, 1, 11, 31, 0),
    PROXY_DROPS(1, 3, 6, 1, 2, 1, 11, 32, 0),
    UNKNOWN_SECURITY_MODELS(1, 3, 6, 1, 6, 3, 11, 2, 1, 1, 0),
    INVALID_MESSAGES(1, 3, 6, 1, 6, 3, 11, 2, 1, 2, 0),
    UNKNOWN_PDU_HANDLERS(1, 3, 6, 1, 6, 3, 11, 2, 1, 3, 0),
    UNAVAILABLE_CONTEXTS(1, 3, 6, 1, 6, 3, 12, 1, 4, 0),
    UNKNOWN_CONTEXTS(1, 3, 6, 1, 6, 3, 12, 1, 5, 0),
    UNSUPPORTED_LEVELS(1, 3, 6, 1, 6, 3, 15, 1, 1, 1, 0),
    NOT_IN_TIME_WINDOWS(1, 3, 6, 1, 6, 3, 15, 1, 1, 2, 0),
    UNKNOWN_USER_NAMES(1, 3, 6, 1, 6, 3, 15, 1, 1, 3, 0),
    UNKNOWN_ENGINE_IDS(1, 3, 6, 1, 6, 3, 15, 1, 1, 4, 0),
    WRONG_DIGESTS(1, 3, 6, 1, 6, 3, 15, 1, 1, 5, 0),
    DECRYPTION_ERRORS(1, 3, 6, 1, 6, 3, 15, 1, 1, 6, 0);

    private final Oid oid;

    Counter(int... ids) {
        this.oid = Oid.of(ids);
    }

    /** Returns its variable, a Counter32. */
    Oid oid() {
        return oid;
    }
}
