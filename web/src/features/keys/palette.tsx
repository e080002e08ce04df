import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { hooks } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { Avatar, type Shown } from '../../ui/avatar.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { signOut } from '../auth/calls.ts';
import { places } from '../shell/nav.ts';

interface Choice {
  id: string;
  label: string;
  about?: string;
  icon: IconName;
  person?: Shown;
  act: () => void;
}

const PEOPLE = 6;

/** People, pages and actions by the beginning of a word, with the keyboard alone. */
export function Palette({ onClose }: { onClose: () => void }) {
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(text.trim());
  const chosen = Math.min(at, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + choices.length) % Math.max(choices.length, 1));
    else if (event.key === 'Enter') take(choices[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title={t('Find people, pages and actions')} open onClose={onClose}>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices[chosen] ? `${list}-${chosen}` : undefined}
        aria-label={t('Search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        autoFocus
      />
      <ul id={list} role="listbox" aria-label={t('Search')} className="choices">
        {choices.map((choice, index) => (
          <li
            key={choice.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="row"
            onClick={() => take(choice)}
          >
            <Shows choice={choice} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Shows({ choice: { person, icon, label, about } }: { choice: Choice }) {
  return (
    <>
      {person ? (
        <Avatar person={person} />
      ) : (
        <span className="avatar">
          <Icon name={icon} />
        </span>
      )}
      <span className="stack-none">
        <span className="name">{label}</span>
        {about && <span className="about">{about}</span>}
      </span>
    </>
  );
}

function useChoices(text: string): Choice[] {
  const navigate = useNavigate();
  const go =
    (to: string, search = {}) =>
    () =>
      void navigate({ to, search });
  const asked = useDeferredValue(text.replace(/^@/, ''));
  const found = hooks.useQuery(
    'get',
    '/v1/users',
    { params: { query: { query: asked, limit: PEOPLE } } },
    { enabled: asked !== '' },
  );
  const fixed: Choice[] = [
    { id: 'send', label: t('Send'), icon: 'send', act: go('/send') },
    { id: 'request', label: t('Ask for money'), icon: 'request', act: go('/requests/new') },
    { id: 'add', label: t('Add money'), icon: 'plus', act: go('/add-money') },
    { id: 'entry', label: t('Write one down'), icon: 'list', act: go('/spending', { new: true }) },
    ...places().map(({ to, icon, label }): Choice => ({ id: to, label, icon, act: go(to) })),
    { id: 'security', label: t('Security'), icon: 'lock', act: go('/settings/security') },
    { id: 'out', label: t('Sign out'), icon: 'out', act: () => void signOut().catch(() => undefined) },
  ];
  const wanted = text.toLocaleLowerCase();
  // never somebody of an earlier text: Enter takes what stands there
  const people = (asked === text.replace(/^@/, '') ? (found.data?.data ?? []) : []).filter(
    ({ relation }) => relation !== 'self',
  );
  return [
    ...fixed.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)),
    ...people.map((person): Choice => {
      const about = t('Send to {name}', { name: person.username ? `@${person.username}` : person.name });
      return { id: person.id, label: person.name, about, icon: 'send', person, act: go('/send', { to: person.id }) };
    }),
  ];
}
