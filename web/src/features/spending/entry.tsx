import { useState } from 'react';
import { api, queryClient, refreshMoney, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import { certainly } from '../../api/money-call.ts';
import type { Transaction } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { AmountField, amountText, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Segments, SelectField, TextField } from '../../ui/field.tsx';
import { Notice, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useWallets } from '../wallets/queries.ts';
import { CategoryField } from './category-field.tsx';

type Type = 'expense' | 'income';

interface EntryProps {
  /** what is changed; undefined to write one down */
  of: Transaction | undefined;
  walletId: string;
  onClose: () => void;
}

/** Today as the person's calendar has it. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

interface Values {
  type: Type;
  amount: string;
  categoryId: string;
  walletId: string;
  description: string;
  date: string;
}

function valuesOf(of: Transaction | undefined, walletId: string): Values {
  return {
    type: of?.type === 'income' ? 'income' : 'expense',
    amount: of ? amountText(of.amount, of.currency) : '',
    categoryId: of?.categoryId ?? '',
    walletId: of?.walletId ?? walletId,
    description: of?.description ?? '',
    date: of?.date ?? today(),
  };
}

interface Saved extends Omit<Values, 'amount' | 'type'> {
  amount: number;
}

async function save(of: Transaction | undefined, { categoryId, walletId, ...rest }: Saved, key: string): Promise<void> {
  const body = { ...rest, walletId, ...(categoryId === '' ? {} : { categoryId }) };
  if (of) await api.PATCH('/v1/transactions/{id}', { params: { path: { id: of.id } }, body });
  else await certainly(() => api.POST('/v1/transactions', { params: withKey(key), body }));
  await refreshMoney();
}

/** Writes a transaction down, or changes one: type, amount, category and wallet; the rest behind More. */
export function Entry({ of, walletId, onClose }: EntryProps) {
  const { wallets } = useWallets();
  const [key] = useState(newKey);
  const [values, setValues] = useState(() => valuesOf(of, walletId));
  const [fault, setFault] = useState<{ amount?: string; category?: string }>({});
  const set = (change: Partial<Values>) => setValues((now) => ({ ...now, ...change }));
  const wallet = wallets.find(({ id }) => id === values.walletId) ?? wallets[0];
  const currency = wallet?.currency ?? 'USD';
  const { busy, error, onSubmit } = useSubmit(async () => {
    const amount = checkedAmount(values.amount, { currency, tell: (text) => setFault({ amount: text }) });
    if (amount === undefined || !wallet) return;
    if (values.categoryId === '') {
      setFault({ category: t('Choose a category') });
      return;
    }
    const { categoryId, description, date } = values;
    await save(of, { amount, categoryId, walletId: wallet.id, description, date }, key);
    toast(t('Written down'));
    onClose();
  });
  return (
    <Sheet title={of ? t('Change it') : t('Write one down')} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit} noValidate>
        {!of && <TypeField value={values.type} onChange={(type) => set({ type, categoryId: '' })} />}
        <AmountField
          label={t('Amount')}
          currency={currency}
          value={values.amount}
          onChange={(amount) => {
            setFault({});
            set({ amount });
          }}
          error={fault.amount ?? faultAt(error, 'amount')}
          autoFocus
        />
        <CategoryField
          type={values.type}
          value={values.categoryId}
          onChange={(categoryId) => {
            setFault({});
            set({ categoryId });
          }}
          error={fault.category}
        />
        <WalletField value={wallet?.id ?? ''} onChange={(id) => set({ walletId: id })} />
        <More values={values} onChange={set} open={of !== undefined} />
        {error !== undefined && faultAt(error, 'amount') === undefined && (
          <Notice kind="bad">{tellFault(error)}</Notice>
        )}
        <Button type="submit" wide busy={busy}>
          {of ? t('Save') : t('Write it down')}
        </Button>
        {of && <Remove id={of.id} onGone={onClose} />}
      </form>
    </Sheet>
  );
}

function TypeField({ value, onChange }: { value: Type; onChange: (type: Type) => void }) {
  return (
    <Segments<Type>
      legend={t('Kind')}
      quiet
      value={value}
      onChange={onChange}
      options={[
        { value: 'expense', label: t('Expense') },
        { value: 'income', label: t('Income') },
      ]}
    />
  );
}

function WalletField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { wallets } = useWallets();
  const options = wallets.map(({ id, name }) => ({ value: id, label: name }));
  return <SelectField label={t('Wallet')} value={value} onChange={onChange} options={options} />;
}

interface MoreProps {
  values: Values;
  onChange: (values: Partial<Values>) => void;
  open: boolean;
}

function More({ values, onChange, open }: MoreProps) {
  return (
    <details open={open}>
      <summary>{t('More')}</summary>
      <div className="form">
        <TextField
          label={t('What for')}
          value={values.description}
          onChange={(description) => onChange({ description })}
          maxLength={500}
          autoComplete="off"
        />
        <TextField label={t('Day')} type="date" value={values.date} onChange={(date) => onChange({ date })} required />
      </div>
    </details>
  );
}

/** Takes a transaction away, with its posting, after one more press. */
function Remove({ id, onGone }: { id: string; onGone: () => void }) {
  const [sure, setSure] = useState(false);
  const { busy, error, run } = useSubmit(async () => {
    await api.DELETE('/v1/transactions/{id}', { params: { path: { id } } });
    await queryClient.invalidateQueries();
    toast(t('Taken away'));
    onGone();
  });
  return (
    <>
      {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      <Button kind={sure ? 'danger' : 'quiet'} busy={busy} onPress={() => (sure ? void run() : setSure(true))}>
        {sure ? t('Yes, take it away') : t('Take it away')}
      </Button>
    </>
  );
}
