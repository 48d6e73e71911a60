// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.evenfloat.adapters.alarmfiles.PrivateFiles;

/** Seals boxes: all or nothing, and told when it is on the disk. */
final class BoxSealing {

    private final BoxShelf shelf;
    private final FileGuardTape.Sealing sealing;

    BoxSealing(BoxShelf shelf, FileGuardTape.Sealing sealing) {
        this.shelf = shelf;
        this.sealing = sealing;
    }

    void seal(OpenBox box, TapeFolder tape) throws IOException {
        Path target = shelf.sealed(box.name());
        Path next = target.resolveSibling(target.getFileName() + ".new");
        String seal = new BoxMaking(box, tape, shelf).make(next, true);
        Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.force(target.getParent());
        shelf.forgetOpen(box);
        shelf.prune();
        sealing.sealed(target.getFileName().toString(), box.string(), seal);
    }
}
