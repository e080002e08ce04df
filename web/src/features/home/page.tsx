import { Link } from '@tanstack/react-router';
import { hooks } from '../../api/client.ts';
import type { Account } from '../../api/types.ts';
import { POINTS } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Empty, Failed, Money, PageHead, Waiting } from '../../ui/parts.tsx';
import { TransferRow } from '../activity/transfer-row.tsx';
import { Month } from './month.tsx';
import { NeedsYou } from './needs-you.tsx';

const SHOWN = 6;

export function HomePage() {
  return (
    <div className="page broad">
      <PageHead title={t('Home')} />
      <div className="columns mixed">
        <div className="stack">
          <Balances />
          <Latest />
        </div>
        <div className="stack">
          <NeedsYou />
          <Month />
        </div>
      </div>
    </div>
  );
}

function BigAction({ to, icon, label, first = false }: { to: string; icon: IconName; label: string; first?: boolean }) {
  return (
    <Link to={to} className={`big-action${first ? ' first' : ''}`}>
      <Icon name={icon} size={26} />
      {label}
    </Link>
  );
}

function Balances() {
  const read = hooks.useQuery('get', '/v1/accounts');
  const accounts = read.data?.data ?? [];
  const [first, ...others] = accounts.filter(({ kind }) => kind === 'main');
  const points = accounts.find(({ currency }) => currency === POINTS);
  return (
    <section className="card stack" aria-label={t('Balance')}>
      <Failed of={read} />
      {read.isPending && <Waiting rows={1} height={84} />}
      {first && <Total account={first} />}
      {(others.length > 0 || points) && (
        <div className="tiles">
          {[...others, ...(points ? [points] : [])].map((account) => (
            <div key={account.id} className="tile">
              <span className="muted small">{account.currency === POINTS ? t('Points') : account.currency}</span>
              <strong>
                <Money minor={account.available ?? account.posted} currency={account.currency} />
              </strong>
            </div>
          ))}
        </div>
      )}
      <div className="big-actions">
        <BigAction to="/send" icon="send" label={t('Send')} first />
        <BigAction to="/requests/new" icon="request" label={t('Request')} />
        <BigAction to="/add-money" icon="plus" label={t('Add money')} />
      </div>
    </section>
  );
}

function Total({ account }: { account: Account }) {
  return (
    <div className="balance">
      <span className="muted">{t('You can spend')}</span>
      <span className="total">
        <Money minor={account.available ?? account.posted} currency={account.currency} />
      </span>
      {account.held > 0 && (
        <span className="muted small">
          {t('Set aside')}: <Money minor={account.held} currency={account.currency} />
        </span>
      )}
    </div>
  );
}

function Latest() {
  const accounts = hooks.useQuery('get', '/v1/accounts').data?.data;
  const read = hooks.useQuery('get', '/v1/transfers', { params: { query: { limit: SHOWN } } });
  const latest = read.data?.data;
  return (
    <section className="card flush later" aria-labelledby="latest">
      <div className="section-head">
        <h2 id="latest">{t('Latest')}</h2>
        <Link to="/activity">{t('See all')}</Link>
      </div>
      <Failed of={read} />
      {(read.isPending || !accounts) && <Waiting rows={4} height={64} />}
      {accounts && latest?.map((each) => <TransferRow key={each.id} transfer={each} accounts={accounts} />)}
      {latest?.length === 0 && (
        <Empty icon="activity" title={t('Nothing yet')}>
          <p>{t('What you send and get stands here.')}</p>
        </Empty>
      )}
    </section>
  );
}
