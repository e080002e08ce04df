export interface RetryBudget {
  /** Notes a first try, which pays for a part of a later retry. */
  earn(): void;
  /** True when a retry may be made now, which is then counted. */
  spend(): boolean;
}

export interface RetryBudgetOptions {
  /** retries that may be made for each first try in the long run; default 0.2 */
  share?: number;
  /** retries that may be made at once after a quiet time, and before the first try; default 50 */
  reserve?: number;
}

/** Keeps retries a small part of all calls: where most fail, more tries are what the other side can bear least. */
export function createRetryBudget({ share = 0.2, reserve = 50 }: RetryBudgetOptions = {}): RetryBudget {
  let left = reserve;
  return {
    earn: () => {
      left = Math.min(reserve, left + share);
    },
    spend: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
