import { createRetryBudget } from './retry-budget.ts';

const spendAll = (budget: ReturnType<typeof createRetryBudget>) => {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
};

test('as many retries as the reserve may follow at once, then as many as first tries pay for', () => {
  const budget = createRetryBudget({ share: 0.25, reserve: 5 });
  expect(spendAll(budget)).toBe(5);
  for (let tries = 0; tries < 8; tries += 1) budget.earn();
  expect(spendAll(budget)).toBe(2);
});

test('a long quiet time pays for no more than the reserve', () => {
  const budget = createRetryBudget({ share: 0.25, reserve: 5 });
  for (let tries = 0; tries < 1_000; tries += 1) budget.earn();
  expect(spendAll(budget)).toBe(5);
});
