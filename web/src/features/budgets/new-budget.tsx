import { useState } from 'react';
import { api, refreshMoney, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import { t } from '../../i18n/index.ts';
import { AmountField, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/field.tsx';
import { Notice, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { CategoryField } from '../spending/category-field.tsx';
import { useWallets } from '../wallets/queries.ts';

type Period = 'week' | 'month' | 'year';

/** Sets what may be spent on a category in each week, month or year. */
export function NewBudget({ onClose }: { onClose: () => void }) {
  const currency = useWallets().wallets[0]?.currency ?? 'USD';
  const [key] = useState(newKey);
  const [categoryId, setCategoryId] = useState('');
  const [amount, setAmount] = useState('');
  const [period, setPeriod] = useState<Period>('month');
  const [fault, setFault] = useState<{ amount?: string; category?: string }>({});
  const { busy, error, onSubmit } = useSubmit(async () => {
    if (categoryId === '') {
      setFault({ category: t('Choose a category') });
      return;
    }
    const minor = checkedAmount(amount, { currency, tell: (text) => setFault({ amount: text }) });
    if (minor === undefined) return;
    await api.POST('/v1/budgets', { params: withKey(key), body: { categoryId, amount: minor, currency, period } });
    await refreshMoney();
    toast(t('The budget is set'));
    onClose();
  });
  return (
    <Sheet title={t('New budget')} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit} noValidate>
        <CategoryField
          type="expense"
          value={categoryId}
          onChange={(id) => {
            setFault({});
            setCategoryId(id);
          }}
          error={fault.category}
        />
        <AmountField
          label={t('Amount')}
          currency={currency}
          value={amount}
          onChange={(next) => {
            setFault({});
            setAmount(next);
          }}
          error={fault.amount}
        />
        <Segments<Period>
          legend={t('For each')}
          value={period}
          onChange={setPeriod}
          options={[
            { value: 'week', label: t('Week') },
            { value: 'month', label: t('Month') },
            { value: 'year', label: t('Year') },
          ]}
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Set the budget')}
        </Button>
      </form>
    </Sheet>
  );
}
