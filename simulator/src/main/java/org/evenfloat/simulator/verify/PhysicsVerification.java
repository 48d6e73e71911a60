// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Runs a directory of reference cases and prints what came out, one line a case. */
public final class PhysicsVerification {

    /** Every case of the kinds that are run passed. */
    public static final int PASSED = 0;
    /** At least one case failed. */
    public static final int FAILED = 1;
    /** The directory or one of its files cannot be used, or it holds no case that is run. */
    public static final int UNUSABLE = 2;

    private static final Map<String, CaseCheck> CHECKS = checks();

    private PhysicsVerification() {
    }

    private static Map<String, CaseCheck> checks() {
        Map<String, CaseCheck> checks = new LinkedHashMap<>();
        checks.put("unit", new ControllerVectorsCheck());
        checks.put("block", new BlockCheck());
        checks.put("openloop", new OpenLoopCheck());
        checks.put("equalise", new EqualiseCheck());
        checks.put("cycle", new CycleCheck());
        checks.put("thermal", new ThermalCheck());
        checks.put("discharge", new DischargeCheck());
        checks.put("ri", new ResistanceCheck());
        return checks;
    }

    /**
     * Runs every case of {@code directory/expected.json} and prints a line when each ends. Stops at the first file
     * that cannot be used.
     *
     * @return the exit code of a program: {@link #PASSED}, {@link #FAILED} or {@link #UNUSABLE}
     */
    public static int run(Path directory, PrintStream out) {
        try {
            return run(CaseSet.read(directory), out);
        } catch (MalformedSetException e) {
            out.println("error: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static int run(CaseSet set, PrintStream out) throws MalformedSetException {
        Map<String, Integer> skipped = new TreeMap<>();
        int width = set.cases().stream().mapToInt(known -> known.name().length()).max().orElse(0);
        String line = "%-6s %-" + width + "s %-9s %s%n";
        int passed = 0;
        int failed = 0;
        out.printf(line, "", "case", "kind", "checked");
        for (PhysicsCase next : set.cases()) {
            CaseCheck check = CHECKS.get(next.kind());
            if (check == null) {
                skipped.merge(next.kind(), 1, Integer::sum);
                continue;
            }
            Verdict verdict = check.check(next);
            passed += verdict.passed() ? 1 : 0;
            failed += verdict.passed() ? 0 : 1;
            out.printf(line, verdict.passed() ? "PASS" : "FAIL", next.name(), next.kind(), verdict.text());
            out.flush();
        }
        skipped.forEach((kind, count) -> out.printf("skipped: %d of kind %s%n", count, kind));
        if (passed + failed == 0) {
            throw new MalformedSetException(set.expected(), "no case of a kind that is run - " + CHECKS.keySet());
        }
        out.printf("%d passed, %d failed%n", passed, failed);
        return failed == 0 ? PASSED : FAILED;
    }
}
