import type { UseCases } from '../../app/index.ts';
import { budgetMethods } from './budget-methods.ts';
import { categoryMethods } from './category-methods.ts';
import type { Methods } from './methods.ts';
import { summaryMethods } from './summary-methods.ts';
import { transactionMethods } from './transaction-methods.ts';
import { walletMethods } from './wallet-methods.ts';

export function grpcMethods(useCases: UseCases): Methods {
  return {
    ...walletMethods(useCases),
    ...categoryMethods(useCases),
    ...transactionMethods(useCases),
    ...summaryMethods(useCases),
    ...budgetMethods(useCases),
  };
}
