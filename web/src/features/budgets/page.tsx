import { useState } from 'react';
import { api, hooks, refreshMoney } from '../../api/client.ts';
import type { Budget } from '../../api/types.ts';
import { plainDay, money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failed, Money, Notice, PageHead, Waiting, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useCategories } from '../wallets/queries.ts';
import { NewBudget } from './new-budget.tsx';

export function BudgetsPage() {
  const [adding, setAdding] = useState(false);
  const read = hooks.useQuery('get', '/v1/budgets', { params: { query: { limit: 50 } } });
  const categories = new Map(useCategories().map(({ id, name }) => [id, name]));
  const budgets = read.data?.data ?? [];
  const nameOf = ({ name, categoryIds }: Budget) =>
    name ||
    categoryIds
      .map((id) => categories.get(id) ?? '')
      .filter(Boolean)
      .join(', ') ||
    t('Expenses');
  return (
    <div className="page">
      <PageHead title={t('Budgets')}>
        <Button small icon="plus" onPress={() => setAdding(true)}>
          {t('New budget')}
        </Button>
      </PageHead>
      <Failed of={read} />
      {read.isPending && <Waiting rows={3} height={120} />}
      {read.data && budgets.length === 0 && (
        <div className="card">
          <Empty icon="gauge" title={t('No budgets yet')}>
            <p>{t('A budget tells you what is left for each day.')}</p>
          </Empty>
        </div>
      )}
      {budgets.map((budget) => (
        <BudgetCard key={budget.id} budget={budget} name={nameOf(budget)} />
      ))}
      {adding && <NewBudget onClose={() => setAdding(false)} />}
    </div>
  );
}

const NEARLY = 0.8;

function BudgetCard({ budget, name }: { budget: Budget; name: string }) {
  const { available, spent, remaining, currency, daysLeft, safePerDay, periodEnd } = budget;
  const share = available > 0 ? Math.max(spent / available, 0) : 1;
  const kind = share >= 1 ? 'bad' : share >= NEARLY ? 'warn' : '';
  return (
    <article className="card stack tight" aria-label={name}>
      <div className="spread">
        <h2>{name}</h2>
        <span className="muted small">{t('until {day}', { day: plainDay(periodEnd) })}</span>
      </div>
      <div
        className={`meter ${kind}`}
        role="meter"
        aria-label={t('Spent of {name}', { name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(Math.round(share * 100), 100)}
      >
        <div style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </div>
      <div className="spread">
        <span>
          <strong>
            <Money minor={spent} currency={currency} />
          </strong>{' '}
          <span className="muted">{t('of {amount}', { amount: money(available, currency) })}</span>
        </span>
        {remaining >= 0 ? (
          <span className={`badge ${kind === '' ? 'good' : 'warn'}`}>
            {t('{amount} left', { amount: money(remaining, currency) })}
          </span>
        ) : (
          <span className="badge warn">{t('{amount} over', { amount: money(-remaining, currency) })}</span>
        )}
      </div>
      <div className="spread small muted">
        <span>
          {t('{amount} a day for {days, plural, one {# day} other {# days}}', {
            amount: money(Math.max(safePerDay, 0), currency),
            days: daysLeft,
          })}
        </span>
        <EndBudget id={budget.id} name={name} />
      </div>
    </article>
  );
}

function EndBudget({ id, name }: { id: string; name: string }) {
  const [sure, setSure] = useState(false);
  const { busy, error, run } = useSubmit(async () => {
    await api.DELETE('/v1/budgets/{id}', { params: { path: { id } } });
    await refreshMoney();
    toast(t('Taken away'));
  });
  return (
    <>
      {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      <Button
        small
        kind={sure ? 'danger' : 'quiet'}
        busy={busy}
        label={`${sure ? t('Yes, take it away') : t('Take it away')}: ${name}`}
        onPress={() => (sure ? void run() : setSure(true))}
      >
        {sure ? t('Yes, take it away') : t('Take it away')}
      </Button>
    </>
  );
}
