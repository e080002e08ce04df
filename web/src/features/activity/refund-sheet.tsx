import { useState } from 'react';
import { api, refreshMoney, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import { certainly } from '../../api/money-call.ts';
import type { Transfer } from '../../api/types.ts';
import { money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { AmountField, checkedAmount, amountText } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Notice, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

interface RefundSheetProps {
  transfer: Transfer;
  /** what has not been given back yet */
  left: number;
  onClose: () => void;
}

/** Gives money back that was received, whole or in part. */
export function RefundSheet({ transfer, left, onClose }: RefundSheetProps) {
  const { id, currency } = transfer;
  const [key] = useState(newKey);
  const [amount, setAmount] = useState(() => amountText(left, currency));
  const [fault, setFault] = useState<string>();
  const { busy, error, onSubmit } = useSubmit(async () => {
    const minor = checkedAmount(amount, { currency, most: left, tell: setFault });
    if (minor === undefined) return;
    const body = { amount: minor };
    await certainly(() => api.POST('/v1/transfers/{id}/refund', { params: { path: { id }, ...withKey(key) }, body }));
    await refreshMoney();
    toast(t('Given back once'));
    onClose();
  });
  return (
    <Sheet title={t('Give it back')} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit} noValidate>
        <AmountField
          label={t('Amount')}
          currency={currency}
          value={amount}
          onChange={(next) => {
            setFault(undefined);
            setAmount(next);
          }}
          error={fault}
          hint={t('At most {amount}', { amount: money(left, currency) })}
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Give it back')}
        </Button>
      </form>
    </Sheet>
  );
}
