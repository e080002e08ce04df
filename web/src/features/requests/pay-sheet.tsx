import { useState } from 'react';
import { hooks } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import type { PaymentRequest } from '../../api/types.ts';
import { money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { AmountField, checkedAmount, amountText } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Notice, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { payRequest } from './calls.ts';

interface PaySheetProps {
  request: PaymentRequest;
  left: number;
  onClose: () => void;
}

/** Pays what somebody asked for, whole or in part. */
export function PaySheet({ request, left, onClose }: PaySheetProps) {
  const { id, currency, requester } = request;
  const [key] = useState(newKey);
  const [amount, setAmount] = useState(() => amountText(left, currency));
  const [fault, setFault] = useState<string>();
  const account = hooks
    .useQuery('get', '/v1/accounts')
    .data?.data.find((each) => each.kind === 'main' && each.currency === currency);
  const { busy, error, onSubmit } = useSubmit(async () => {
    const minor = checkedAmount(amount, { currency, most: left, tell: setFault });
    if (minor === undefined) return;
    await payRequest(id, minor, key);
    toast(t('Paid once'));
    onClose();
  });
  return (
    <Sheet title={t('Pay {name}', { name: requester?.name ?? '' })} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit} noValidate>
        {requester && <PersonLine person={requester} />}
        <AmountField
          label={t('Amount')}
          currency={currency}
          value={amount}
          onChange={(next) => {
            setFault(undefined);
            setAmount(next);
          }}
          error={fault}
          hint={t('You can spend {amount}', { amount: money(account?.available ?? 0, currency) })}
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Pay')}
        </Button>
      </form>
    </Sheet>
  );
}
