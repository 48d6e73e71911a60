// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpTree;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointTable;

/**
 * What the agent tells of a site: RFC 1628 with extensions of the field, the BACS view, and our own MIB. Names are made with
 * the first reading; an image costs its values only.
 */
public final class SiteTree implements SnmpTree {

    private static final int MILLIS_A_HUNDREDTH = 10;

    private final PointTable table;
    private final SiteFacts facts;
    private final SiteObjects objects;
    private final AlarmNews news;
    private final SetRules rules;
    private List<Part> parts;
    private final AlarmPart upsAlarms = new AlarmPart(UpsView.alarms(), Moment::pertains);
    private final AlarmPart ownAlarms = new AlarmPart(OwnAlarms.alarms(), alarm -> true);
    private SiteWords words;
    private boolean started;
    private long agentStartMillis;

    /**
     * @param settings with location, contact and identity
     * @param version of the program
     * @param startedAtMillis when the server started, epoch ms: alarms raised before are not told again
     */
    public SiteTree(PointTable table, SiteFacts facts, SnmpSettings settings, String version, long startedAtMillis) {
        this.table = table;
        this.facts = facts;
        this.objects = new SiteObjects(table, settings, version);
        this.news = new AlarmNews(facts, startedAtMillis);
        this.rules = new SetRules(table);
    }

    @Override
    public List<Variables> variables(NorthboundImage image, long uptimeHundredths) {
        if (parts == null) {
            parts = List.of(new Part(objects.beforeUpsAlarms(), table), new Part(objects.betweenAlarms(), table));
        }
        if (!started && image.number() > 0) {
            agentStartMillis = image.atMillis() - uptimeHundredths * MILLIS_A_HUNDREDTH;
            started = true;
        }
        words = SiteWords.of(facts.site(), words);
        Moment moment = new Moment(image, Moment.inOrder(image.alarms()), words, facts, agentStartMillis);
        return List.of(parts.get(0).at(moment), upsAlarms.at(moment), parts.get(1).at(moment), ownAlarms.at(moment));
    }

    @Override
    public List<Notification> news(NorthboundImage image) {
        return news.of(image);
    }

    @Override
    public SetPlan plan(NorthboundImage image, List<Oid> names, List<Object> values, Set<NorthboundOrder.Kind> may) {
        return rules.plan(image, names, values, may);
    }
}
