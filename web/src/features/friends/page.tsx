import { useState } from 'react';
import { api, hooks, queryClient, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import type { Person } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Empty, Failed, Notice, PageHead, Waiting, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PeopleList } from './people-list.tsx';

const refreshPeople = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^\/v1\/(friend|users)/.test(String(queryKey[1])) });

export function FriendsPage() {
  const [adding, setAdding] = useState(false);
  const read = hooks.useQuery('get', '/v1/friends', { params: { query: { limit: 100 } } });
  const friends = read.data?.data ?? [];
  return (
    <div className="page">
      <PageHead title={t('Friends')}>
        <Button small icon="plus" onPress={() => setAdding(true)}>
          {t('Add a friend')}
        </Button>
      </PageHead>
      <Waits />
      <section className="card flush" aria-label={t('Friends')}>
        <Failed of={read} />
        {read.isPending && <Waiting rows={3} height={64} />}
        {read.data && friends.length === 0 && (
          <Empty icon="people" title={t('No friends yet')}>
            <p>{t('Friends stand first when you send, and may see what you let them.')}</p>
          </Empty>
        )}
        {friends.map((friend) => (
          <FriendRow key={friend.id} friend={friend} />
        ))}
      </section>
      {adding && <AddSheet onClose={() => setAdding(false)} />}
    </div>
  );
}

function FriendRow({ friend }: { friend: Person }) {
  return (
    <div className="row">
      <Avatar person={friend} />
      <span className="stack-none">
        <span className="name">{friend.name}</span>
        {friend.username && <span className="about">@{friend.username}</span>}
      </span>
      <LinkButton to="/send" search={{ to: friend.id }} kind="secondary" small>
        {t('Send')}
      </LinkButton>
    </div>
  );
}

/** Open friend requests, both ways. */
function Waits() {
  const incoming = hooks.useQuery('get', '/v1/friend-requests', {
    params: { query: { direction: 'incoming', limit: 50 } },
  });
  const outgoing = hooks.useQuery('get', '/v1/friend-requests', {
    params: { query: { direction: 'outgoing', limit: 50 } },
  });
  const { error, busy, run } = useSubmit(
    async ({ id, what }: { id: string; what: 'accept' | 'decline' | 'withdraw' }) => {
      const params = { path: { id }, ...withKey(newKey()) };
      if (what === 'accept') await api.POST('/v1/friend-requests/{id}/accept', { params });
      else if (what === 'decline') await api.POST('/v1/friend-requests/{id}/decline', { params });
      else await api.DELETE('/v1/friend-requests/{id}', { params: { path: { id } } });
      await refreshPeople();
    },
  );
  const rows = [
    ...(incoming.data?.data ?? []).map((request) => ({ ...request, mine: false })),
    ...(outgoing.data?.data ?? []).map((request) => ({ ...request, mine: true })),
  ];
  if (rows.length === 0) return null;
  return (
    <section className="card flush" aria-labelledby="friend-requests">
      <h2 className="section-head" id="friend-requests">
        {t('Waiting')}
      </h2>
      {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      {rows.map(({ id, person, mine }) => (
        <div key={id} className="row wrapping">
          <Avatar person={person} />
          <span className="stack-none">
            <span className="name">{person.name}</span>
            <span className="about">{mine ? t('asked by you') : t('wants to be your friend')}</span>
          </span>
          <span className="form-actions">
            {mine ? (
              <Button small kind="quiet" busy={busy} onPress={() => void run({ id, what: 'withdraw' })}>
                {t('Take back')}
              </Button>
            ) : (
              <>
                <Button small busy={busy} onPress={() => void run({ id, what: 'accept' })}>
                  {t('Accept')}
                </Button>
                <Button small kind="secondary" busy={busy} onPress={() => void run({ id, what: 'decline' })}>
                  {t('Decline')}
                </Button>
              </>
            )}
          </span>
        </div>
      ))}
    </section>
  );
}

function AddSheet({ onClose }: { onClose: () => void }) {
  const { error, run } = useSubmit(async ({ id, name }: Person) => {
    await api.POST('/v1/friend-requests', { params: withKey(newKey()), body: { userId: id } });
    await refreshPeople();
    toast(t('{name} is asked', { name }));
    onClose();
  });
  return (
    <Sheet title={t('Add a friend')} open onClose={onClose}>
      {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      <PeopleList onChoose={(person) => void run(person)} autoFocus />
    </Sheet>
  );
}
