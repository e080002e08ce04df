import { hooks } from '../../api/client.ts';
import type { Account } from '../../api/types.ts';
import { money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Money, Notice, PageHead, tellFault } from '../../ui/parts.tsx';
import { visibilityName, type SendValues } from './form.ts';

interface ConfirmProps {
  values: SendValues;
  account: Account;
  busy: boolean;
  error: unknown;
  /** a call was made and nobody knows its outcome: it may only be made again as it is */
  unknown: boolean;
  onSend: () => void;
  onBack: () => void;
}

/** Whether the person is known: a friend, somebody paid before, or a stranger. */
function Standing({ userId, friend }: { userId: string; friend: boolean }) {
  const { data } = hooks.useQuery('get', '/v1/transfers', {
    params: { query: { counterparty: userId, direction: 'out', limit: 1 } },
  });
  if (friend) return <span className="badge good">{t('Friend')}</span>;
  if (!data) return <span className="badge">…</span>;
  return data.data.length > 0 ? (
    <span className="badge">{t('Paid before')}</span>
  ) : (
    <span className="badge warn">{t('First time')}</span>
  );
}

/** The one look before money leaves. */
export function Confirm({ values, account, busy, error, unknown, onSend, onBack }: ConfirmProps) {
  const { person, minor, currency, note, visibility } = values;
  if (!person || minor === null) return null;
  return (
    <div className="page narrow">
      <PageHead title={t('Is this right?')} />
      <section className="card stack">
        <div className="person-card">
          <Avatar person={person} large />
          <span className="who">{person.name}</span>
          {person.username && <span className="muted">@{person.username}</span>}
          <Standing userId={person.id} friend={person.relation === 'friends'} />
        </div>
        <p className="confirm-sum">
          <Money minor={minor} currency={currency} />
        </p>
        <dl className="facts">
          {note !== '' && (
            <div>
              <dt>{t('What for')}</dt>
              <dd>{note}</dd>
            </div>
          )}
          <div>
            <dt>{t('Who sees it')}</dt>
            <dd>{visibilityName(visibility)}</dd>
          </div>
          <div>
            <dt>{t('You then have')}</dt>
            <dd>
              <Money minor={(account.available ?? 0) - minor} currency={currency} />
            </dd>
          </div>
        </dl>
        {unknown ? (
          <Notice kind="warn">
            {t('No reply came, so nobody knows yet whether it arrived. Try again: it can’t be sent twice.')}
          </Notice>
        ) : (
          error !== undefined && !busy && <Notice kind="bad">{tellFault(error)}</Notice>
        )}
        <Button wide icon="send" busy={busy} onPress={onSend}>
          {unknown ? t('Try again') : t('Send {amount}', { amount: money(minor, currency) })}
        </Button>
        {!busy && !unknown && (
          <Button kind="secondary" wide onPress={onBack}>
            {t('Change something')}
          </Button>
        )}
      </section>
    </div>
  );
}
