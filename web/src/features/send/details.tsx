import { useState, type SyntheticEvent } from 'react';
import type { Account } from '../../api/types.ts';
import { money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { LargeAmount, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments, SelectField, TextField } from '../../ui/field.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { PageHead } from '../../ui/parts.tsx';
import type { SendValues } from './form.ts';

interface DetailsProps {
  values: SendValues;
  account: Account;
  accounts: readonly Account[];
  onChange: (values: Partial<SendValues>) => void;
  onNext: (minor: number) => void;
}

/** How much, what for, and who may see it. */
export function Details({ values, account, accounts, onChange, onNext }: DetailsProps) {
  const [error, setError] = useState<string>();
  const { person, amount, note, visibility } = values;
  const available = account.available ?? 0;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const minor = checkedAmount(amount, { currency: account.currency, most: available, tell: setError });
    if (minor !== undefined) onNext(minor);
  };
  if (!person) return null;
  return (
    <div className="page narrow">
      <PageHead title={t('Send to {name}', { name: person.name })}>
        <Button kind="quiet" small onPress={() => onChange({ person: null })}>
          {t('Somebody else')}
        </Button>
      </PageHead>
      <form className="card form" onSubmit={submit} noValidate>
        <PersonLine person={person} />
        <LargeAmount
          label={t('Amount')}
          value={amount}
          currency={account.currency}
          onChange={(next) => {
            setError(undefined);
            onChange({ amount: next });
          }}
          error={error}
          hint={t('You can spend {amount}', { amount: money(available, account.currency) })}
          autoFocus
        />
        {accounts.length > 1 && <From accounts={accounts} account={account} onChange={onChange} />}
        <TextField
          label={t('What for')}
          value={note}
          onChange={(next) => onChange({ note: next })}
          maxLength={500}
          placeholder={t('Optional')}
          autoComplete="off"
        />
        <Segments
          legend={t('Who sees it')}
          value={visibility}
          onChange={(next) => onChange({ visibility: next })}
          options={[
            { value: 'private', label: t('You two') },
            { value: 'friends', label: t('Friends') },
            { value: 'public', label: t('Everybody') },
          ]}
        />
        <Button type="submit" wide>
          {t('Look at it once more')}
        </Button>
      </form>
    </div>
  );
}

function From({ accounts, account, onChange }: Pick<DetailsProps, 'accounts' | 'account' | 'onChange'>) {
  return (
    <SelectField
      label={t('From')}
      value={account.currency}
      onChange={(currency) => onChange({ currency })}
      options={accounts.map(({ currency, available }) => ({
        value: currency,
        label: `${currency} · ${money(available ?? 0, currency)}`,
      }))}
    />
  );
}
