import { useState } from 'react';
import { newKey } from '../../api/draft.ts';
import type { PaymentRequest } from '../../api/types.ts';
import { dayName, money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Money, Notice, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { changeRequest, type Change } from './calls.ts';
import { PaySheet } from './pay-sheet.tsx';

function statusName(status: PaymentRequest['status']): string {
  const names = {
    pending: t('Open'),
    paid: t('Paid'),
    partly_refunded: t('Partly refunded'),
    refunded: t('Refunded'),
    declined: t('Declined'),
    cancelled: t('Taken back'),
    expired: t('Lapsed'),
  };
  return names[status];
}

interface RequestCardProps {
  request: PaymentRequest;
  direction: 'incoming' | 'outgoing';
}

export function RequestCard({ request, direction }: RequestCardProps) {
  const { amount, paid, currency, note, status, createdAt } = request;
  const person = direction === 'incoming' ? request.requester : request.payer;
  const left = amount - paid;
  return (
    <article className="card stack tight">
      <div className="row bare">
        <Avatar person={person ?? { id: request.id, name: '?' }} />
        <span className="stack-none">
          <span className="name">{person?.name ?? t('Former member')}</span>
          <span className="about">{[note, dayName(createdAt)].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="sum">
          <Money minor={status === 'pending' ? left : amount} currency={currency} />
        </span>
      </div>
      {paid > 0 && status === 'pending' && (
        <p className="small muted">
          {t('{paid} of {amount} is paid', { paid: money(paid, currency), amount: money(amount, currency) })}
        </p>
      )}
      {status === 'pending' ? (
        <Actions request={request} direction={direction} left={left} />
      ) : (
        <span className={`badge${status === 'paid' ? ' good' : ''}`}>{statusName(status)}</span>
      )}
    </article>
  );
}

function Actions({ request, direction, left }: RequestCardProps & { left: number }) {
  const [paying, setPaying] = useState(false);
  const [key] = useState(newKey);
  const { id, currency } = request;
  const { busy, error, run } = useSubmit(async (what: Change) => {
    await changeRequest(what, id, `${key}-${what}`);
    toast(what === 'remind' ? t('Reminded') : what === 'decline' ? t('Declined') : t('Taken back'));
  });
  return (
    <>
      <div className="form-actions">
        {direction === 'incoming' ? (
          <>
            <Button small onPress={() => setPaying(true)}>
              {t('Pay {amount}', { amount: money(left, currency) })}
            </Button>
            <Button small kind="secondary" onPress={() => void run('decline')} busy={busy}>
              {t('Decline')}
            </Button>
          </>
        ) : (
          <>
            <Button small kind="secondary" icon="bell" onPress={() => void run('remind')} busy={busy}>
              {t('Remind')}
            </Button>
            <Button small kind="quiet" onPress={() => void run('cancel')} busy={busy}>
              {t('Take back')}
            </Button>
          </>
        )}
      </div>
      {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      {paying && <PaySheet request={request} left={left} onClose={() => setPaying(false)} />}
    </>
  );
}
