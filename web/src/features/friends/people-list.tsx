import { useDeferredValue, useId, useState } from 'react';
import { hooks } from '../../api/client.ts';
import type { Person } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Failed, Waiting } from '../../ui/parts.tsx';

const SHOWN_RECENT = 6;
const LOOKED_BACK = 40;

/** People money went to lately, the latest first. */
function useRecent(): Person[] {
  const query = { direction: 'out' as const, kind: 'peer' as const, limit: LOOKED_BACK };
  const { data } = hooks.useQuery('get', '/v1/transfers', { params: { query } });
  const people = new Map(
    (data?.data ?? []).flatMap(({ to }) => (to.person ? [[to.person.id, to.person] as const] : [])),
  );
  return [...people.values()].slice(0, SHOWN_RECENT).map((person) => ({ ...person, relation: 'none' }));
}

export function PersonRow({ person, onChoose }: { person: Person; onChoose: (person: Person) => void }) {
  return (
    <button type="button" className="row" onClick={() => onChoose(person)}>
      <Avatar person={person} />
      <span className="stack-none">
        <span className="name">{person.name}</span>
        {person.username && <span className="about">@{person.username}</span>}
      </span>
      <Icon name="next" />
    </button>
  );
}

function Group({ title, people, onChoose }: { title: string; people: Person[]; onChoose: (person: Person) => void }) {
  const id = useId();
  if (people.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-head">
        {title}
      </h2>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} onChoose={onChoose} />
      ))}
    </section>
  );
}

interface ChooserProps {
  onChoose: (person: Person) => void;
}

/** Those paid lately, then the other friends. */
function Known({ onChoose }: ChooserProps) {
  const recent = useRecent();
  const friends = hooks.useQuery('get', '/v1/friends', { params: { query: { limit: 100 } } });
  const list = friends.data?.data ?? [];
  const byId = new Map(list.map((friend) => [friend.id, friend]));
  const others = list.filter(({ id }) => !recent.some((person) => person.id === id));
  return (
    <>
      <Group title={t('Lately')} people={recent.map((person) => byId.get(person.id) ?? person)} onChoose={onChoose} />
      <Group title={t('Friends')} people={others} onChoose={onChoose} />
      {friends.isPending && <Waiting rows={3} height={64} />}
      {friends.data && recent.length + list.length === 0 && (
        <Empty icon="people" title={t('Find somebody')}>
          <p>{t('Write the beginning of a name or username above.')}</p>
        </Empty>
      )}
    </>
  );
}

function Found({ text, onChoose }: ChooserProps & { text: string }) {
  const found = hooks.useQuery('get', '/v1/users', { params: { query: { query: text, limit: 20 } } });
  const people = (found.data?.data ?? []).filter(({ relation }) => relation !== 'self');
  return (
    <>
      {found.isPending && <Waiting rows={3} height={64} />}
      <Failed of={found} />
      <Group title={t('People')} people={people} onChoose={onChoose} />
      {found.data && people.length === 0 && (
        <Empty icon="search" title={t('Nobody by this name')}>
          <p>{t('Names are found by the beginning of their words.')}</p>
        </Empty>
      )}
    </>
  );
}

/** Chooses somebody: of those paid lately, of friends, or by the beginning of a name. */
export function PeopleList({ onChoose, autoFocus = false }: ChooserProps & { autoFocus?: boolean }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim().replace(/^@/, ''));
  return (
    <div className="stack">
      <label className="search">
        <Icon name="search" />
        <span className="only-heard">{t('Search by name or username')}</span>
        <input
          className="input"
          type="search"
          placeholder={t('Name or username')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={100}
          autoFocus={autoFocus}
          autoComplete="off"
        />
      </label>
      <div className="card flush">
        {wanted === '' ? <Known onChoose={onChoose} /> : <Found text={wanted} onChoose={onChoose} />}
      </div>
    </div>
  );
}
