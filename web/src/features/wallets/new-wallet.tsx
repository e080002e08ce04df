import { useState } from 'react';
import { currencies } from '@florin/money';
import { api, refreshMoney, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import { certainly } from '../../api/money-call.ts';
import { POINTS } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { AmountField, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useWallets } from './queries.ts';

/** Opens a wallet for money that is elsewhere. */
export function NewWallet({ onClose }: { onClose: () => void }) {
  const { wallets } = useWallets();
  const [key] = useState(newKey);
  const [name, setName] = useState('');
  const [type, setType] = useState('cash');
  const [chosen, setCurrency] = useState('');
  const currency = chosen || (wallets[0]?.currency ?? 'USD');
  const [balance, setBalance] = useState('');
  const [fault, setFault] = useState<string>();
  const { busy, error, onSubmit } = useSubmit(async () => {
    const minor = balance.trim() === '' ? 0 : checkedAmount(balance, { currency, tell: setFault });
    if (minor === undefined) return;
    const body = { name: name.trim(), type, currency, ...(minor > 0 ? { balance: minor } : {}) };
    await certainly(() => api.POST('/v1/wallets', { params: withKey(key), body }));
    await refreshMoney();
    toast(t('The wallet is open'));
    onClose();
  });
  return (
    <Sheet title={t('New wallet')} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <TextField
          label={t('Name')}
          value={name}
          onChange={setName}
          error={faultAt(error, 'name')}
          maxLength={60}
          autoComplete="off"
          autoFocus
          required
        />
        <KindAndCurrency type={type} onType={setType} currency={currency} onCurrency={setCurrency} />
        <AmountField
          label={t('What it holds now')}
          currency={currency}
          value={balance}
          onChange={(next) => {
            setFault(undefined);
            setBalance(next);
          }}
          error={fault}
        />
        {error !== undefined && faultAt(error, 'name') === undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Open the wallet')}
        </Button>
      </form>
    </Sheet>
  );
}

interface KindAndCurrencyProps {
  type: string;
  onType: (type: string) => void;
  currency: string;
  onCurrency: (currency: string) => void;
}

function KindAndCurrency({ type, onType, currency, onCurrency }: KindAndCurrencyProps) {
  const types = { cash: t('Cash'), bank: t('Bank account'), card: t('Card'), savings: t('Savings') };
  const codes = currencies().filter((code) => code !== POINTS);
  return (
    <div className="form-row">
      <SelectField
        label={t('Kind')}
        value={type}
        onChange={onType}
        options={Object.entries(types).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label={t('Currency')}
        value={currency}
        onChange={onCurrency}
        options={codes.map((code) => ({ value: code, label: code }))}
      />
    </div>
  );
}
