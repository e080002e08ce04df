import { auth } from './auth.ts';
import { ledger } from './ledger.ts';
import { people } from './people.ts';
import { planning } from './planning.ts';
import { records } from './records.ts';
import type { OperationTexts } from '../texts.ts';

export const operations: OperationTexts = { ...auth, ...people, ...ledger, ...records, ...planning };
