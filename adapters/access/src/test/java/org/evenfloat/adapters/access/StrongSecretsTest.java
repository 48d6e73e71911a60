// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.contracts.SecretSourceContract;

class StrongSecretsTest extends SecretSourceContract {

    @Override
    protected SecretSource secretSource() {
        return new StrongSecrets();
    }
}
