import { useEffect } from 'react';

const CHORD_MS = 1_200;

/** What a key does; `g h` is g and then h. `mod+k` is Ctrl or Command with k. */
export type Keys = Record<string, () => void>;

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** Listens for keys of the whole app: not in fields and not under an open dialog, `mod+` apart. */
export function useKeys(keys: Keys, on: boolean): void {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const busy = isField(event.target) || document.querySelector('[role=dialog]') !== null;
      if (event.altKey || event.defaultPrevented || (!name.startsWith('mod+') && (busy || !on))) return;
      const chord = Date.now() - firstAt < CHORD_MS ? `${first} ${name}` : name;
      const act = keys[chord] ?? keys[name];
      first = name;
      firstAt = Date.now();
      if (!act) return;
      first = '';
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [keys, on]);
}
