import { useSyncExternalStore } from 'react';

const SHOWN_MS = 5_000;

interface Toast {
  id: number;
  text: string;
}

let shown: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** Says in passing that something is done; what matters stands on the page too. */
export function toast(text: string): void {
  last += 1;
  const id = last;
  set([...shown.slice(-2), { id, text }]);
  setTimeout(() => set(shown.filter((each) => each.id !== id)), SHOWN_MS);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <div key={id} className="toast">
          {text}
        </div>
      ))}
    </div>
  );
}
