import type { Import } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import type { Collected } from './collect-rows.ts';

const OTHER_CURRENCY = 'Skipped rows in ';
const MAX_TOLD = 20;

type Decided = Import & Partial<Pick<Collected, 'problemCount' | 'skippedCount'>>;

/**
 * Decides what becomes of the rows of a file that was read, by what its owner asked for and what the wallet has, and makes
 * the import ready unless it is committed already. Of several accounts the one with the most rows in the wallet's currency is meant, unless one is named.
 */
export async function decideImport(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { problemCount, skippedCount, ...one }: Decided,
  currency: string,
): Promise<Import> {
  const { id, asked } = one;
  const accounts = await tx.importRows.accounts(id);
  const names = new Set(accounts.map((each) => each.account));
  const first = accounts.find((each) => each.currency === currency)?.account ?? null;
  const account = asked.account === undefined ? (names.size > 1 ? first : null) : asked.account;
  const { leaveOut = [], takeAnyway = [] } = asked;
  await tx.importRows.decide(one, { currency, account, leaveOut, takeAnyway });
  const states = await tx.importRows.countByState(id);
  const days = await tx.importRows.days(id);
  const passedOver = skippedCount ?? one.counts.passedOver;
  const counts = {
    rows: states.new + states.duplicate + states.skipped,
    new: states.new,
    duplicates: states.duplicate,
    skipped: states.skipped + passedOver,
    problems: problemCount ?? one.counts.problems,
    passedOver,
  };
  const unknown = one.format === 'unknown';
  const { format, encoding, mapping, problems } = one;
  // told anew each time, so that it stands once
  const others = accounts.filter((each) => each.currency !== currency).slice(0, MAX_TOLD);
  const warnings = [
    ...others.map((of) => ({
      line: 1,
      message: `${OTHER_CURRENCY}${of.currency}, which is not the wallet's currency: ${of.rows}`,
    })),
    ...one.warnings.filter(({ message }) => !message.startsWith(OTHER_CURRENCY)),
  ];
  return tx.imports.update(
    id,
    {
      ...{ format, encoding, mapping, problems, warnings, accounts, counts },
      ...{ firstDate: days.first, lastDate: days.last },
      status: one.status === 'committing' ? 'committing' : unknown ? 'failed' : 'ready',
      error: unknown ? { code: 'INVALID_ARGUMENT', message: 'The format of the file is not known' } : null,
    },
    clock(),
  );
}
