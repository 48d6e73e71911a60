// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmPriority;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmTable;

/**
 * How well the alarms serve the people who get them (IEC 62682 and ISA-18.2, clause on monitoring). Only what people
 * were told counts: what was raised while it was hidden does not.
 *
 * @param days length of the time looked at, begun days counted whole
 * @param raises alarms raised in it
 * @param perTenMinutes how many in ten minutes
 * @param floodShare share of the time, 0 to 1, in which more than ten had been raised in the ten minutes before
 * @param perDay how many in each 24 h from the beginning
 * @param top the alarms raised most often, at most ten
 * @param chattering ids of alarms that were raised three times within a minute
 * @param stale ids of alarms that stand for more than 24 h at the end
 * @param priorities how many by priority
 */
public record AlarmKpi(
        int days, int raises, TenMinutes perTenMinutes, double floodShare, List<Day> perDay, List<Frequent> top,
        List<String> chattering, List<String> stale, Map<AlarmPriority, Integer> priorities) {

    /** An alarm that stands for longer than this is stale, ms. */
    public static final long STALE_MILLIS = 86_400_000;

    private static final long DAY_MILLIS = 86_400_000;
    private static final int MOST_FREQUENT = 10;

    /**
     * @param mean over the whole time
     * @param most in any ten minutes of it
     */
    public record TenMinutes(double mean, int most) {}

    /**
     * @param atMillis its beginning, epoch ms
     * @param raises alarms raised in it
     */
    public record Day(long atMillis, int raises) {}

    /**
     * @param id of the alarm
     * @param definition id of its row of the table
     * @param subject what it is about
     * @param raises how often it was raised
     */
    public record Frequent(String id, String definition, String subject, int raises) {}

    public AlarmKpi {
        perDay = List.copyOf(perDay);
        top = List.copyOf(top);
        chattering = List.copyOf(chattering);
        stale = List.copyOf(stale);
        priorities = Map.copyOf(priorities);
    }

    /**
     * Returns the figures of a time.
     *
     * @param newestFirst all records of it, the newest first
     * @param fromMillis its beginning, epoch ms
     * @param toMillis its end, epoch ms, after the beginning
     */
    public static AlarmKpi of(List<AlarmRecord> newestFirst, long fromMillis, long toMillis) {
        List<AlarmRecord> raised = new ArrayList<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            AlarmRecord record = newestFirst.get(i);
            boolean inside = record.atMillis() >= fromMillis && record.atMillis() <= toMillis;
            if (inside && record.action() == AlarmAction.RAISE && record.state().standing()) {
                raised.add(record);
            }
        }
        // A wall clock that was set back leaves records out of order.
        raised.sort(Comparator.comparingLong(AlarmRecord::atMillis));
        long[] times = raised.stream().mapToLong(AlarmRecord::atMillis).toArray();
        Map<String, List<AlarmRecord>> byId = new LinkedHashMap<>();
        raised.forEach(record -> byId.computeIfAbsent(id(record), id -> new ArrayList<>()).add(record));
        double mean = raised.size() * (double) RaiseRate.FLOOD_MILLIS / Math.max(1, toMillis - fromMillis);
        List<Day> perDay = perDay(times, fromMillis, toMillis);
        return new AlarmKpi(
                perDay.size(), raised.size(), new TenMinutes(mean, most(times)), floodShare(times, fromMillis, toMillis),
                perDay, top(byId.values()), chattering(byId), stale(newestFirst, toMillis), priorities(raised));
    }

    private static String id(AlarmRecord record) {
        return record.definition() + "/" + record.subject();
    }

    private static List<Day> perDay(long[] times, long fromMillis, long toMillis) {
        List<Day> days = new ArrayList<>();
        int next = 0;
        for (long day = fromMillis; day < toMillis; day += DAY_MILLIS) {
            int raises = 0;
            boolean last = day + DAY_MILLIS >= toMillis;
            while (next < times.length && (last || times[next] < day + DAY_MILLIS)) {
                raises++;
                next++;
            }
            days.add(new Day(day, raises));
        }
        return days;
    }

    private static int most(long[] times) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.length; last++) {
            while (times[last] - times[first] > RaiseRate.FLOOD_MILLIS) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The eleventh raise in ten minutes begins a flood; it lasts until only ten are left in the ten minutes before. */
    private static double floodShare(long[] times, long fromMillis, long toMillis) {
        long flood = 0;
        long counted = fromMillis;
        for (int i = RaiseRate.FLOOD_RAISES; i < times.length; i++) {
            long end = Math.min(toMillis, times[i - RaiseRate.FLOOD_RAISES] + RaiseRate.FLOOD_MILLIS);
            long begin = Math.max(times[i], counted);
            if (end > begin) {
                flood += end - begin;
                counted = end;
            }
        }
        return flood / (double) Math.max(1, toMillis - fromMillis);
    }

    private static List<Frequent> top(Collection<List<AlarmRecord>> each) {
        return each.stream()
                .map(records -> new Frequent(
                        id(records.get(0)), records.get(0).definition(), records.get(0).subject(), records.size()))
                .sorted(Comparator.comparingInt(Frequent::raises).reversed().thenComparing(Frequent::id))
                .limit(MOST_FREQUENT)
                .toList();
    }

    private static List<String> chattering(Map<String, List<AlarmRecord>> byId) {
        List<String> ids = new ArrayList<>();
        int others = RaiseRate.CHATTERING_RAISES - 1;
        byId.forEach((id, records) -> {
            for (int i = others; i < records.size(); i++) {
                long span = records.get(i).atMillis() - records.get(i - others).atMillis();
                if (span <= RaiseRate.CHATTERING_MILLIS) {
                    ids.add(id);
                    return;
                }
            }
        });
        return ids;
    }

    /** Of each alarm the newest record says whether it stands, and the newest that brought it there since when. */
    private static List<String> stale(List<AlarmRecord> newestFirst, long toMillis) {
        Map<String, Long> since = new LinkedHashMap<>();
        Map<String, Boolean> open = new LinkedHashMap<>();
        for (AlarmRecord record : newestFirst) {
            String id = id(record);
            boolean standing = open.computeIfAbsent(id, any -> record.state().standing());
            if (standing) {
                since.put(id, record.atMillis());
                open.put(id, record.action() != AlarmAction.RAISE && record.action() != AlarmAction.SHOW
                        && record.state().standing());
            }
        }
        return since.entrySet().stream()
                .filter(entry -> toMillis - entry.getValue() > STALE_MILLIS)
                .map(Map.Entry::getKey).toList();
    }

    private static Map<AlarmPriority, Integer> priorities(List<AlarmRecord> raised) {
        Map<AlarmPriority, Integer> priorities = new EnumMap<>(AlarmPriority.class);
        for (AlarmPriority priority : AlarmPriority.values()) {
            priorities.put(priority, 0);
        }
        raised.forEach(record -> AlarmTable.find(record.definition())
                .ifPresent(definition -> priorities.merge(definition.priority(), 1, Integer::sum)));
        return priorities;
    }

    /** Returns the same with those alarms that stand for more than 24 h, also where no record of the time tells of it. */
    public AlarmKpi beside(List<Alarm> standing, long nowMillis) {
        List<String> all = Stream.concat(
                standing.stream().filter(alarm -> stale(alarm, nowMillis)).map(alarm -> alarm.point().id()),
                stale.stream()).distinct().toList();
        return new AlarmKpi(days, raises, perTenMinutes, floodShare, perDay, top, chattering, all, priorities);
    }

    /** Returns whether an alarm stands for more than 24 h. */
    public static boolean stale(Alarm alarm, long nowMillis) {
        return alarm.state().standing() && nowMillis - alarm.raisedAtMillis() > STALE_MILLIS;
    }
}
