import type { FieldTexts } from '../texts.ts';
import { everywhere } from './everywhere.ts';
import { finance } from './finance.ts';
import { ledger } from './ledger.ts';
import { people } from './people.ts';

export const fields: FieldTexts = { ...everywhere, ...people, ...ledger, ...finance };
