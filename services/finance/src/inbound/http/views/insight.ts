import type { Period } from '@florin/calendar';
import type { Comparison } from '../../../app/insights/compare.ts';
import type { CashFlow } from '../../../app/insights/get-cash-flow.ts';
import type { Forecast } from '../../../app/insights/get-forecast.ts';
import type { MoneyFlows } from '../../../app/insights/get-flows.ts';
import type { NetWorth } from '../../../app/insights/get-net-worth.ts';
import type { TagSum } from '../../../app/insights/ports.ts';
import type { CategorySum } from '../../../domain/summary.ts';
import { sumView } from '../views.ts';

const periodView = ({ start, end }: Period) => ({ from: start, to: end });

export function cashFlowView({ period, data }: CashFlow) {
  return {
    ...periodView(period),
    data: data.map(({ currency, points }) => ({
      currency,
      points: points.map(({ income, expense, debt, ...bucket }) => ({
        ...periodView(bucket),
        in: sumView(income),
        out: sumView(expense),
        net: sumView(income - expense),
        debt: sumView(debt),
      })),
    })),
  };
}

export function netWorthView({ period, data }: NetWorth) {
  return {
    ...periodView(period),
    data: data.map(({ currency, points }) => ({
      currency,
      points: points.map(({ day, balance }) => ({ date: day, balance: sumView(balance) })),
    })),
  };
}

export function comparedCategoriesView({ period, previous, data }: Comparison<CategorySum>) {
  return {
    ...periodView(period),
    previous: periodView(previous),
    data: data.map(({ currency, sums }) => ({
      currency,
      categories: sums.map((sum) => {
        const { categoryId, name, type, icon } = sum;
        return { categoryId, name, type, icon, ...changeView(sum) };
      }),
    })),
  };
}

export function comparedTagsView({ period, previous, data }: Comparison<TagSum>) {
  return {
    ...periodView(period),
    previous: periodView(previous),
    data: data.map(({ currency, sums }) => ({
      currency,
      tags: sums.map((sum) => ({ tagId: sum.tagId, name: sum.name, type: sum.type, ...changeView(sum) })),
    })),
  };
}

const changeView = ({ amount, previous }: { amount: bigint; previous: bigint }) => ({
  amount: sumView(amount),
  previous: sumView(previous),
  change: sumView(amount - previous),
});

export function flowsView({ period, data }: MoneyFlows) {
  return {
    ...periodView(period),
    data: data.map(({ currency, nodes, links }) => ({
      currency,
      nodes: nodes.map((node) => ({ ...node, amount: sumView(node.amount) })),
      links: links.map((link) => ({ ...link, amount: sumView(link.amount) })),
    })),
  };
}

export function forecastView({ from, to, data }: Forecast) {
  return {
    from,
    to,
    data: data.map(({ currency, lowestOn, lines, balance, expected, lowest, ...sums }) => ({
      currency,
      balance: sumView(balance),
      in: sumView(sums.in),
      out: sumView(sums.out),
      expected: sumView(expected),
      lowest: sumView(lowest),
      lowestOn,
      lines: lines.map(({ recurringId, date, description, amount }) => {
        return { recurringId, date, description, amount: sumView(amount) };
      }),
    })),
  };
}
