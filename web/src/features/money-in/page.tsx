import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { api, hooks, refreshMoney, withKey } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { certainly, isUnknown } from '../../api/money-call.ts';
import { t } from '../../i18n/index.ts';
import { LargeAmount, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice, PageHead, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { isDevelopment } from '../auth/calls.ts';

const FORM = 'add-money';
const NOTHING = { amount: '', minor: null as number | null };

/** Puts money in, from whatever this installation takes it from. */
export function AddMoneyPage() {
  const navigate = useNavigate();
  const { draft, change, update, restart } = useDraft(FORM, NOTHING);
  const [fault, setFault] = useState<string>();
  const account = hooks.useQuery('get', '/v1/accounts').data?.data.find(({ kind }) => kind === 'main');
  const currency = account?.currency ?? 'USD';
  const { busy, error, onSubmit } = useSubmit(async () => {
    const amount = checkedAmount(draft.values.amount, { currency, tell: setFault });
    if (amount === undefined) return;
    update({ sending: true });
    const body = { amount, currency };
    try {
      await certainly(() => api.POST('/v1/deposits', { params: withKey(draft.key), body }));
    } catch (error) {
      if (!isUnknown(error)) update({ sending: false });
      throw error;
    }
    restart();
    await refreshMoney();
    toast(t('The money is in your account'));
    await navigate({ to: '/' });
  });
  return (
    <div className="page narrow">
      <PageHead title={t('Add money')} />
      <form className="card form" onSubmit={onSubmit} noValidate>
        <LargeAmount
          label={t('Amount')}
          currency={currency}
          value={draft.values.amount}
          disabled={draft.sending}
          onChange={(amount) => {
            setFault(undefined);
            change({ amount });
          }}
          error={fault}
          autoFocus
        />
        {isDevelopment() && <Notice>{t('In development anybody may add what they like: no bank is asked.')}</Notice>}
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {draft.sending && !busy ? t('Try again') : t('Add money')}
        </Button>
      </form>
    </div>
  );
}
