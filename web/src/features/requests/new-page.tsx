import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { hooks } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { isUnknown } from '../../api/money-call.ts';
import type { Person } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { LargeAmount, checkedAmount } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Notice, PageHead, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PeopleList } from '../friends/people-list.tsx';
import { askForMoney } from './calls.ts';

const FORM = 'request';
const NOTHING = { person: null as Person | null, amount: '', note: '' };

/** Asks somebody for money. */
export function NewRequestPage() {
  const navigate = useNavigate();
  const { draft, change, update, restart } = useDraft(FORM, NOTHING);
  const { person, amount, note } = draft.values;
  const [fault, setFault] = useState<string>();
  const account = hooks.useQuery('get', '/v1/accounts').data?.data.find(({ kind }) => kind === 'main');
  const currency = account?.currency ?? 'USD';
  const { busy, error, onSubmit } = useSubmit(async () => {
    const minor = checkedAmount(amount, { currency, tell: setFault });
    if (minor === undefined || !person) return;
    update({ sending: true });
    try {
      await askForMoney({ userId: person.id, amount: minor, currency, note }, draft.key);
    } catch (error) {
      if (!isUnknown(error)) update({ sending: false });
      throw error;
    }
    restart();
    toast(t('{name} is asked once', { name: person.name }));
    await navigate({ to: '/requests' });
  });
  if (!person) return <AskWhom onChoose={(chosen) => change({ person: chosen })} />;
  return (
    <div className="page narrow">
      <PageHead title={t('Ask {name}', { name: person.name })}>
        <Button kind="quiet" small onPress={() => change({ person: null })}>
          {t('Somebody else')}
        </Button>
      </PageHead>
      <form className="card form" onSubmit={onSubmit} noValidate>
        <PersonLine person={person} />
        <LargeAmount
          label={t('Amount')}
          currency={currency}
          value={amount}
          disabled={draft.sending}
          onChange={(next) => {
            setFault(undefined);
            change({ amount: next });
          }}
          error={fault}
          autoFocus
        />
        <TextField
          label={t('What for')}
          value={note}
          onChange={(next) => change({ note: next })}
          maxLength={500}
          autoComplete="off"
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {draft.sending && !busy ? t('Try again') : t('Ask for money')}
        </Button>
      </form>
    </div>
  );
}

function AskWhom({ onChoose }: { onChoose: (person: Person) => void }) {
  return (
    <div className="page">
      <PageHead title={t('Ask whom')} />
      <PeopleList onChoose={onChoose} autoFocus />
    </div>
  );
}
