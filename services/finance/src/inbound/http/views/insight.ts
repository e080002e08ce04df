import type { Period } from '@florin/calendar';
import type { ComparedCategories } from '../../../app/insights/compare-categories.ts';
import type { CashFlow } from '../../../app/insights/get-cash-flow.ts';
import type { Forecast } from '../../../app/insights/get-forecast.ts';
import type { MoneyFlows } from '../../../app/insights/get-flows.ts';
import type { NetWorth } from '../../../app/insights/get-net-worth.ts';
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

export function comparedView({ period, previous, data }: ComparedCategories) {
  return {
    ...periodView(period),
    previous: periodView(previous),
    data: data.map(({ currency, categories }) => ({
      currency,
      categories: categories.map(({ categoryId, name, type, icon, amount, previous: before }) => ({
        categoryId,
        name,
        type,
        icon,
        amount: sumView(amount),
        previous: sumView(before),
        change: sumView(amount - before),
      })),
    })),
  };
}

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
