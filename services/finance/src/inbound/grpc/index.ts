import type { FinanceServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { budgetMethods } from './budget.ts';
import { categoryMethods } from './category.ts';
import { summaryMethods } from './summary.ts';
import { transactionMethods } from './transaction.ts';
import { walletMethods } from './wallet.ts';

/** What the proto asks this service to implement. */
export type Methods = GrpcMethods<FinanceServiceDefinition>;

export function createMethods(useCases: UseCases): Methods {
  return {
    ...walletMethods(useCases),
    ...categoryMethods(useCases),
    ...transactionMethods(useCases),
    ...summaryMethods(useCases),
    ...budgetMethods(useCases),
  };
}
