// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp;

import org.evenfloat.adapters.snmp.agent.SnmpAgent;
import org.evenfloat.adapters.snmp.mib.ObjectView;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointPage;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoints;
import org.evenfloat.application.port.out.NorthboundProtocol;

/** What the agent tells people of itself. Asking it holds up no client. */
public final class SnmpProtocol implements NorthboundProtocol {

    private final SnmpSettings settings;
    private final SnmpAgent agent;
    private final ObjectView view;

    /**
     * @param agent serves and tells
     * @param view shows what it serves
     */
    public SnmpProtocol(SnmpSettings settings, SnmpAgent agent, ObjectView view) {
        this.settings = settings;
        this.agent = agent;
        this.view = view;
    }

    @Override
    public String id() {
        return SnmpSettings.ID;
    }

    @Override
    public String name() {
        return SnmpSettings.NAME;
    }

    @Override
    public ProtocolStatus status() {
        return SnmpStatus.of(settings, agent.port(), agent.tally());
    }

    @Override
    public PublishedPoints map() {
        return view.map();
    }

    @Override
    public SeenPoints points(PointQuestion question) {
        NorthboundImage image = agent.image();
        PointPage page = new PointPage(question);
        view.fill(image, page);
        return page.of(image);
    }
}
