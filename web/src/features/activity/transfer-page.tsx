import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { hooks } from '../../api/client.ts';
import type { Account, Transfer } from '../../api/types.ts';
import { fullTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Failed, Money, PageHead, Waiting } from '../../ui/parts.tsx';
import { visibilityName } from '../send/form.ts';
import { RefundSheet } from './refund-sheet.tsx';
import { kindName, seen, statusName } from './transfer.ts';

export function TransferPage() {
  const { transferId = '' }: { transferId?: string } = useParams({ strict: false });
  const read = hooks.useQuery('get', '/v1/transfers/{id}', { params: { path: { id: transferId } } });
  const accounts = hooks.useQuery('get', '/v1/accounts').data?.data;
  return (
    <div className="page narrow">
      <PageHead title={t('Payment')}>
        <LinkButton to="/activity" kind="quiet" small icon="back">
          {t('Activity')}
        </LinkButton>
      </PageHead>
      <Failed of={read} />
      {read.isPending && <Waiting rows={4} />}
      {read.data && accounts && <Shown transfer={read.data} accounts={accounts} />}
    </div>
  );
}

function Shown({ transfer, accounts }: { transfer: Transfer; accounts: readonly Account[] }) {
  const [refunding, setRefunding] = useState(false);
  const { out, signed, currency, other, title } = seen(transfer, accounts);
  const status = statusName(transfer.status);
  const left = transfer.amount - transfer.refunded;
  const refundable = !out && transfer.kind === 'peer' && left > 0 && transfer.status !== 'reversed';
  return (
    <>
      <section className="card stack">
        <div className="person-card">
          {other && <Avatar person={other} large />}
          <span className="who">{title}</span>
          {other && <span className="muted">@{other.username}</span>}
          <p className="confirm-sum">
            <Money minor={signed} currency={currency} sign="always" />
          </p>
          {status && <span className="badge warn">{status}</span>}
        </div>
        <Facts transfer={transfer} />
        {refundable && (
          <Button kind="secondary" icon="undo" onPress={() => setRefunding(true)}>
            {t('Give it back')}
          </Button>
        )}
        {out && other && (
          <LinkButton to="/send" search={{ to: other.id }} kind="secondary" icon="send">
            {t('Send again')}
          </LinkButton>
        )}
      </section>
      {refunding && <RefundSheet transfer={transfer} left={left} onClose={() => setRefunding(false)} />}
    </>
  );
}

/** When, what for, and what became of it: each transfer that undoes a part of it is one press away. */
function Facts({ transfer }: { transfer: Transfer }) {
  const link = (id: string, text: string) => (
    <Link to="/activity/$transferId" params={{ transferId: id }}>
      {text}
    </Link>
  );
  const facts: [string, React.ReactNode][] = [
    [t('When'), fullTime(transfer.postedAt)],
    [t('Kind'), kindName(transfer.kind)],
    ...(transfer.note === '' ? [] : [[t('What for'), transfer.note] as [string, string]]),
    [t('Who sees it'), visibilityName(transfer.visibility)],
    ...transfer.refunds.map(({ id, amount, postedAt }): [string, React.ReactNode] => [
      t('Refunded'),
      <>
        <Money minor={amount} currency={transfer.currency} /> · {link(id, fullTime(postedAt))}
      </>,
    ]),
    ...(transfer.reversedBy === null
      ? []
      : [[t('Reversed'), link(transfer.reversedBy, t('Show'))] as [string, React.ReactNode]]),
    ...(transfer.reversesTransferId === null
      ? []
      : [[t('Undoes'), link(transfer.reversesTransferId, t('Show'))] as [string, React.ReactNode]]),
    [t('Number'), <code key="id">{transfer.id}</code>],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
