// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.evenfloat.application.port.in.AnswerReplacement;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.CollectSupport;
import org.evenfloat.application.port.in.ReadAudit;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewModules;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.in.ViewSystem;

/**
 * What the API is made of.
 *
 * @param strings the site as it is now
 * @param history the site as it was
 * @param health the server itself
 * @param replacement questions about replaced modules
 * @param modules the devices of the lines
 * @param commissioning lines, work on them, calibration, relays, and protocols for others
 * @param system the program and its machine
 * @param support what goes into a support bundle
 * @param settings what people change in operation
 * @param alarms the alarms
 * @param tuning limits of alarms
 * @param protection what protects the strings from a thermal runaway
 * @param admission who is let in, and who decides about it
 * @param audit who did what
 */
record Api(
        ViewStrings strings, ReadHistory history, ViewHealth health, AnswerReplacement replacement,
        ViewModules modules, Commissioning commissioning, ViewSystem system, CollectSupport support,
        ChangeSettings settings, AlarmAccess alarms, AlarmTuning tuning, ProtectionAccess protection,
        Admission admission, ReadAudit audit) {

    /** Returns every operation. */
    List<Route> routes(ImageFeed feed, Consumer<EndPoint> exempt, Doorman doorman, WebLimits limits) {
        GrantsFields grants = new GrantsFields(strings);
        AlarmSpeech speech = new AlarmSpeech(strings);
        return Stream.of(
                        new PageResource().routes(),
                        new OpenApiResource().routes(),
                        new HealthResource(health, strings).routes(),
                        new SiteResource(strings).routes(),
                        new StringsResource(strings).routes(),
                        new HistoryResource(history, strings, health).routes(),
                        new StringHistoryResource(history, strings, health).routes(),
                        new ReplacementsResource(replacement, strings, limits.bodyBytes()).routes(),
                        new ModulesResource(modules, strings).routes(),
                        new LinesResource(commissioning.lines(), strings).routes(),
                        new SwitchgearResource(commissioning.switchgear(), strings).routes(),
                        new InterfacesResource(commissioning.interfaces(), strings).routes(),
                        new LineWorkResource(commissioning.work(), strings, limits.bodyBytes()).routes(),
                        new CalibrationsResource(commissioning.calibration(), strings, limits.bodyBytes()).routes(),
                        new SystemResource(system, strings).routes(),
                        new SupportBundleResource(this).routes(),
                        new SettingsResource(settings, strings).routes(),
                        new SettingChangesResource(settings).routes(),
                        new AlarmsResource(alarms.view(), speech).routes(),
                        new AlarmHistoryResource(alarms.view(), health, speech).routes(),
                        new AlarmKpiResource(alarms.view()).routes(),
                        new AlarmHandlingResource(alarms, limits.bodyBytes()).routes(),
                        new AlarmLimitsResource(tuning.limits(), settings, strings).routes(),
                        new BackTestResource(tuning.backTest(), strings, health, limits.bodyBytes()).routes(),
                        new ProtectionResource(protection.view(), strings).routes(),
                        new ProtectionHandlingResource(protection, strings, limits.bodyBytes()).routes(),
                        new BlackBoxResource(protection.boxes(), strings).routes(),
                        new AccessResource(admission, doorman, limits.bodyBytes()).routes(),
                        new ProviderResource(admission).routes(),
                        new OwnAccessResource(admission, strings, limits.bodyBytes()).routes(),
                        new UsersResource(admission.users(), grants, strings, limits.bodyBytes()).routes(),
                        new TokensResource(admission.users(), grants, strings, limits.bodyBytes()).routes(),
                        new SessionsResource(admission, strings, limits.bodyBytes()).routes(),
                        new ApprovalsResource(admission, strings, limits.bodyBytes()).routes(),
                        new AuditResource(audit, strings).routes(),
                        new StreamResource(strings, feed, exempt, limits.streams()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
