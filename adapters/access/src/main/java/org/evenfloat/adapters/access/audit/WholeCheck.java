// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.util.Optional;
import org.evenfloat.application.port.out.AuditArchive.Check;

/** Checks an audit from its first to its last line, and its end against the head. */
final class WholeCheck {

    private final Snapshot snapshot;
    private final AuditReader.Sort sort;
    private final String noted;
    private final Findings findings = new Findings();
    private final ChainCheck chain;
    private boolean notedFound;
    private String hashAtHead = "";

    WholeCheck(Snapshot snapshot, AuditReader.Sort sort, String noted) {
        this.snapshot = snapshot;
        this.sort = sort;
        this.noted = noted;
        this.chain = new ChainCheck(snapshot.seal(), findings);
    }

    Check run() throws IOException {
        for (AuditPart part : snapshot.parts()) {
            chain.begin(part.file());
            try (ForwardLines lines = new ForwardLines(part)) {
                for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                    chain.line(bytes, lines.complete()).ifPresent(this::seen);
                }
            }
        }
        chain.end();
        if (chain.entries() > 0 || snapshot.head().isPresent()) {
            key();
        }
        end();
        if (!noted.isEmpty() && !notedFound) {
            findings.problem("no entry has the hash " + noted + " that was noted - it was changed or removed");
        }
        return new Check(
                chain.entries(), chain.firstAtMillis(), chain.lastAtMillis(), chain.highestHash(), findings.problems(),
                findings.remarks());
    }

    private void seen(AuditLine line) {
        notedFound |= line.hash().equalsIgnoreCase(noted);
        if (snapshot.head().isPresent() && snapshot.head().get().number() == line.number()
                && !hashAtHead.equals(snapshot.head().get().hash())) {
            hashAtHead = line.hash();
        }
    }

    private void key() {
        if (!snapshot.keyProblem().isEmpty()) {
            findings.problem("key: " + snapshot.keyProblem());
        } else if (snapshot.seal().isEmpty() && sort == AuditReader.Sort.SERVER) {
            findings.problem("key: is missing, so the seals cannot be checked - it was removed; the server makes another"
                    + " and writes that down");
        } else if (snapshot.seal().isEmpty()) {
            findings.remark("there is no key here, so the seals were not checked: somebody who made all hashes anew"
                    + " would not be found");
        }
    }

    private void end() {
        Optional<AuditHead> head = snapshot.head();
        if (!snapshot.headProblem().isEmpty()) {
            findings.problem("head: " + snapshot.headProblem() + " - it was changed");
        } else if (head.isPresent()) {
            against(head.get());
        } else if (chain.entries() > 0 && sort == AuditReader.Sort.SERVER) {
            findings.problem("head: is missing, so whether the end was cut off is not known - it was removed");
        } else if (chain.entries() > 0) {
            findings.remark("there is no head here, so whether the end was cut off was not checked");
        }
        if (chain.incomplete()) {
            incomplete(head);
        }
    }

    private void against(AuditHead head) {
        if (snapshot.seal().isPresent() && !head.sealedBy(snapshot.seal().get())) {
            findings.problem("head: its seal does not fit the key of this server - it was changed");
            return;
        }
        if (snapshot.seal().isEmpty()) {
            findings.remark("whether the end was cut off was checked against the head, but the head not by the key");
        }
        if (head.number() > chain.highest()) {
            long first = chain.highest() + 1;
            findings.problem((chain.entries() == 0 ? "all files" : chain.where()) + ": behind it "
                    + (first == head.number() ? "entry " + first + " is" : "entries " + first + " to " + head.number()
                            + " are") + " missing, which the head knows - the end was cut off");
        } else if (!hashAtHead.equals(head.hash())) {
            findings.problem("head: entry " + head.number() + " has another hash there"
                    + " - that entry was replaced or removed");
        } else if (snapshot.seal().isEmpty() && head.number() + 1 < chain.highest()) {
            findings.problem("head: knows the entries up to " + head.number() + " only, but they go on to "
                    + chain.highest() + " - inserted at the end");
        }
    }

    private void incomplete(Optional<AuditHead> head) {
        if (head.isPresent() && head.get().number() <= chain.highest()) {
            findings.remark(chain.where() + ": is incomplete, because the server died while it wrote; the next entry moves"
                    + " it to a file beside and says so");
        } else {
            findings.problem(chain.where() + ": is incomplete - it was cut off or changed");
        }
    }
}
