// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../App';
import { Cell, useCell } from '../state/cell';
import { go } from '../state/route';
import { text } from '../text';
import { Icon } from './Icon';

/** Whether the list of keys is open. */
const listOpen = new Cell(false);

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
}

/** Lets `/`, `?` and `g` with a page's key work everywhere but where a person types. */
export function useKeys(pages: Page[]): void {
  const after = useRef(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const page = after.current ? pages.find(each => each.key === event.key) : undefined;
      after.current = event.key === 'g';
      if (page) {
        go(page.name);
      } else if (event.key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (event.key === '?') {
        listOpen.value = true;
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [pages]);
}

/** The list of all keys. */
export function KeyList() {
  const open = useCell(listOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  const t = text().keys;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [open]);
  return (
    <dialog ref={dialog} class="keys" aria-label={t.title} onClose={() => { listOpen.value = false; }}>
      <header>
        <h2>{t.title}</h2>
        <button class="quiet" aria-label={text().close} onClick={() => dialog.current?.close()}><Icon name="close" /></button>
      </header>
      <dl>{t.list.map(([key, does]) => [<dt key={key}><kbd>{key}</kbd></dt>, <dd key={does}>{does}</dd>])}</dl>
    </dialog>
  );
}
