/** What a client notes on what it makes: seen by its maker and, when it is shared, by the other side. */
export interface Memo {
  reference: string | null;
  metadata: Readonly<Record<string, string>>;
  shared: boolean;
}

export interface OwnMemo extends Memo {
  ownerId: string;
}

export const MAX_METADATA = 20;

/** The memo of a request, keys in order so that it hashes alike; undefined when it carries none. */
export function memoOf({
  reference,
  metadata = {},
  shareMetadata = false,
}: {
  reference?: string | undefined;
  metadata?: Readonly<Record<string, string>> | undefined;
  shareMetadata?: boolean | undefined;
}): Memo | undefined {
  const entries = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (reference === undefined && entries.length === 0) return undefined;
  return { reference: reference ?? null, metadata: Object.fromEntries(entries), shared: shareMetadata };
}

/** What of a memo goes into the hash of a request: nothing without one, as before there were memos. */
export const memoParts = (memo: Memo | undefined): Memo[] => (memo ? [memo] : []);

/** What is noted anew of something; what is left out stays as it is. */
export interface MemoEdit {
  /** null: none */
  reference?: string | null | undefined;
  metadata?: Readonly<Record<string, string>> | undefined;
  shareMetadata?: boolean | undefined;
}

/** The memo after an edit; undefined when nothing is left of it. */
export function editMemo(memo: Memo | undefined, edit: MemoEdit): Memo | undefined {
  const { reference = memo?.reference, metadata = memo?.metadata, shareMetadata = memo?.shared } = edit;
  return memoOf({ reference: reference ?? undefined, metadata, shareMetadata });
}

export const isMemoEdit = ({ reference, metadata, shareMetadata }: MemoEdit): boolean =>
  reference !== undefined || metadata !== undefined || shareMetadata !== undefined;
