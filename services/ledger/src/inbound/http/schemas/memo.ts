import { z } from 'zod';
import { text } from '@florin/service-kit';
import { MAX_METADATA, memoOf, type Memo } from '../../../domain/memo.ts';

const reference = text(1, 100);
const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,39}$/, 'must be 1 to 40 letters, digits and _ . : -');

/** What a client may note on what it makes. */
export const memoFields = {
  /** your own name for it, by which it is found; not shown to the other side */
  reference: reference.optional(),
  /** your own notes, at most 20; not shown to the other side */
  metadata: z
    .record(key, text(0, 500))
    .refine((given) => Object.keys(given).length <= MAX_METADATA, `must have at most ${MAX_METADATA} keys`)
    .optional(),
  /** shows reference and metadata to the other side, too */
  shareMetadata: z.boolean().optional(),
};

/** What is noted anew; what is left out stays as it is. */
export const memoEditFields = {
  ...memoFields,
  /** null: none */
  reference: reference.nullable().optional(),
};

/** Lists are narrowed to what you noted this reference on. */
export const referenceQuery = { reference: reference.optional() };

type Fields = { [Name in keyof typeof memoFields]?: z.output<(typeof memoFields)[Name]> };

/** A body with its memo in one piece. */
export function takeMemo<T extends Fields>({ reference: own, metadata, shareMetadata, ...body }: T) {
  return { ...body, memo: memoOf({ reference: own, metadata, shareMetadata }) };
}

/** As replies show it: nothing where there is none, or where it is not for the one who asks. */
export const memoSchema = {
  reference: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
};

export const NO_MEMO: Memo = { reference: null, metadata: {}, shared: false };
