import type { Logger } from '@florin/service-kit';
import type { OperationNeeds } from './ports.ts';
import { carryOut } from './run.ts';

const BATCH = 10;

/**
 * Finishes operations whose request did not: a crash, or a ledger that gave no answer. Answers how many it took up.
 * Each is claimed by moving its next attempt on, so that several processes share the work; doing one twice is harmless. Stops
 * between two when `signal` is aborted.
 */
export async function reconcile(deps: OperationNeeds, logger: Logger, signal: AbortSignal): Promise<number> {
  const due = await deps.transact((tx) => tx.operations.claimDue(deps.clock(), BATCH));
  for (const operation of due) {
    if (signal.aborted) break;
    const { id: operationId, action, attempts } = operation;
    const about = { operationId, kind: action.kind, attempts };
    try {
      const { status, error } = await carryOut(deps, operation);
      logger.info({ ...about, status, error }, 'operation resumed');
    } catch (error) {
      logger.error({ ...about, err: error }, 'operation is still pending');
    }
  }
  return due.length;
}
