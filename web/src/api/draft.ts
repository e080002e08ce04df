import { useMemo, useRef, useState } from 'react';

/**
 * What a form about money holds, kept over a reload of its tab with the one idempotency key that it owns. `sending` says that a
 * call was begun whose reply nobody has seen: the form may only be sent again as it is, under the same key.
 */
export interface Draft<T> {
  key: string;
  sending: boolean;
  values: T;
}

const nameOf = (form: string) => `florin.draft.${form}`;

function readDraft<T>(form: string): Draft<T> | undefined {
  const kept = sessionStorage.getItem(nameOf(form));
  return kept === null ? undefined : (JSON.parse(kept) as Draft<T>);
}

/** A key that names one change: random, 128 bits. `crypto.randomUUID` is missing on plain http from elsewhere. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface DraftHold<T> {
  draft: Draft<T>;
  /** Written before it returns: a reload may come before the next render. */
  update: (change: Partial<Draft<T>>) => void;
  /** Changes what was typed; nothing while a call is under way. */
  change: (values: Partial<T>) => void;
  /** Throws the draft away: the form begins anew, with a key of its own. */
  restart: (values?: Partial<T>) => void;
}

/** The draft of a form, by its name in this tab, with what changes it. */
export function useDraft<T>(form: string, first: T): DraftHold<T> {
  const [draft, setDraft] = useState<Draft<T>>(() => readDraft<T>(form) ?? fresh(first));
  const now = useRef(draft);
  return useMemo(() => {
    const set = (next: Draft<T>) => {
      now.current = next;
      sessionStorage.setItem(nameOf(form), JSON.stringify(next));
      setDraft(next);
    };
    return {
      draft,
      update: (change) => set({ ...now.current, ...change }),
      change: (values) => {
        if (!now.current.sending) set({ ...now.current, values: { ...now.current.values, ...values } });
      },
      restart: (values) => set(fresh({ ...first, ...values })),
    };
  }, [draft, first, form]);
}

const fresh = <T>(values: T): Draft<T> => ({ key: newKey(), sending: false, values });

/** Whether the draft of a form was sent without a reply that anybody saw. */
export const isUnfinished = (form: string) => readDraft(form)?.sending === true;
