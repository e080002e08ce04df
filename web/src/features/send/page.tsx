import { useEffect } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { hooks, refreshMoney } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { isUnknown } from '../../api/money-call.ts';
import type { Person } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { PageHead } from '../../ui/parts.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PeopleList } from '../friends/people-list.tsx';
import { Confirm } from './confirm.tsx';
import { Details } from './details.tsx';
import { NOTHING, SEND_FORM, sendMoney, type SendValues } from './form.ts';
import { Sent } from './sent.tsx';

/** Sends money: whom, how much, one look at both, done. What was typed and its key outlive a reload. */
export function SendPage() {
  const { draft, change, update, restart } = useDraft<SendValues>(SEND_FORM, NOTHING);
  const { person, currency, note, visibility, minor, sentId } = draft.values;
  const accounts = hooks.useQuery('get', '/v1/accounts').data?.data.filter(({ kind }) => kind === 'main') ?? [];
  const account = accounts.find((each) => each.currency === currency) ?? accounts[0];

  const send = useSubmit(async () => {
    if (!person || minor === null || currency === '') return;
    update({ sending: true });
    try {
      const id = await sendMoney({ key: draft.key, userId: person.id, minor, currency, note, visibility });
      update({ sending: false, values: { ...draft.values, sentId: id } });
    } catch (error) {
      if (!isUnknown(error)) update({ sending: false });
      throw error;
    }
    await refreshMoney();
  });
  // a page that was reloaded under way finishes what the person had confirmed; the same key sends it once
  useEffect(() => {
    if (draft.sending) void send.run();
  }, []);
  useGivenPerson(draft.sending || sentId !== null, (given) => change({ person: given, minor: null }));

  if (person && sentId !== null && minor !== null) {
    return <Sent person={person} minor={minor} currency={currency} transferId={sentId} onAgain={() => restart()} />;
  }
  if (person && minor !== null && account) {
    const { busy, error } = send;
    return (
      <Confirm
        values={draft.values}
        account={account}
        busy={busy}
        error={error}
        unknown={draft.sending && !busy}
        onSend={() => void send.run()}
        onBack={() => {
          send.setError(undefined);
          change({ minor: null });
        }}
      />
    );
  }
  if (person && account) {
    return (
      <Details
        values={draft.values}
        account={account}
        accounts={accounts}
        onChange={change}
        onNext={(amount) => change({ minor: amount, currency: account.currency })}
      />
    );
  }
  return (
    <div className="page">
      <PageHead title={t('Send to')} />
      <PeopleList onChoose={(chosen) => change({ person: chosen })} autoFocus />
    </div>
  );
}

/** Takes the person that a link names: /send?to=<id>. */
function useGivenPerson(settled: boolean, onPerson: (person: Person) => void) {
  const navigate = useNavigate();
  const { to }: { to?: string } = useSearch({ strict: false });
  const { data } = hooks.useQuery(
    'get',
    '/v1/users/{id}',
    { params: { path: { id: to ?? '' } } },
    { enabled: to !== undefined && !settled },
  );
  useEffect(() => {
    if (!data) return;
    onPerson(data);
    void navigate({ to: '/send', search: {}, replace: true });
  }, [data]);
}
