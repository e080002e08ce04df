import { useRef, useState, type SyntheticEvent } from 'react';

/**
 * Runs a form's work once at a time: a second press while it runs does nothing. The fault of the last try stays until the next.
 * Returns true from `run` when the work was done.
 */
export function useSubmit<T = void>(work: (what: T) => Promise<void>) {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (what: T): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await work(what);
    } catch (fault) {
      setError(fault);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void run(undefined as T);
  };
  return { busy, error, setError, run, onSubmit };
}
