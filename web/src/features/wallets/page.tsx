import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Wallet } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Failed, Money, PageHead, Waiting } from '../../ui/parts.tsx';
import { NewWallet } from './new-wallet.tsx';
import { useWallets } from './queries.ts';

export function WalletsPage() {
  const [adding, setAdding] = useState(false);
  const { read, wallets } = useWallets();
  return (
    <div className="page">
      <PageHead title={t('Wallets')}>
        <Button small icon="plus" onPress={() => setAdding(true)}>
          {t('New wallet')}
        </Button>
      </PageHead>
      <Failed of={read} />
      {read.isPending && <Waiting rows={3} height={68} />}
      <Totals wallets={wallets} />
      {read.data && (
        <section className="card flush" aria-label={t('Wallets')}>
          {wallets.length === 0 && (
            <Empty icon="wallet" title={t('No wallets yet')}>
              <p>{t('A wallet is for what is elsewhere: cash, a bank account, a card.')}</p>
            </Empty>
          )}
          {wallets.map((wallet) => (
            <Link key={wallet.id} className="row" to="/spending" search={{ wallet: wallet.id }}>
              <span className="avatar">
                <Icon name={wallet.main ? 'home' : 'wallet'} />
              </span>
              <span className="stack-none">
                <span className="name">{wallet.name}</span>
                <span className="about">
                  {[wallet.main ? t('Main wallet') : wallet.type, wallet.currency].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="sum">
                <Money minor={wallet.balance} currency={wallet.currency} />
              </span>
            </Link>
          ))}
        </section>
      )}
      {adding && <NewWallet onClose={() => setAdding(false)} />}
    </div>
  );
}

/** What there is of each currency, over all wallets. */
function Totals({ wallets }: { wallets: readonly Wallet[] }) {
  const sums = new Map<string, number>();
  for (const { currency, balance } of wallets) sums.set(currency, (sums.get(currency) ?? 0) + balance);
  if (wallets.length < 2) return null;
  return (
    <section className="card tiles" aria-label={t('Altogether')}>
      {[...sums].map(([currency, sum]) => (
        <div key={currency} className="tile">
          <span className="muted small">{t('Altogether in {currency}', { currency })}</span>
          <strong>
            <Money minor={sum} currency={currency} />
          </strong>
        </div>
      ))}
    </section>
  );
}
