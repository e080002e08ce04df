import { Link } from '@tanstack/react-router';
import { hooks } from '../../api/client.ts';
import { isUnfinished } from '../../api/draft.ts';
import { money } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { SEND_FORM } from '../send/form.ts';

const SHOWN = 3;
const NEARLY_SPENT = 80;

interface Need {
  id: string;
  to: string;
  person?: { id: string; name: string; hasPicture: boolean };
  icon: IconName;
  text: string;
  about?: string;
}

function useRequests(): Need[] {
  const query = { direction: 'incoming' as const, status: 'pending' as const, limit: SHOWN };
  const { data } = hooks.useQuery('get', '/v1/payment-requests', { params: { query } });
  return (data?.data ?? []).map(({ id, requester, amount, paid, currency, note }) => ({
    id,
    to: '/requests',
    icon: 'request',
    ...(requester ? { person: requester } : {}),
    text: t('{name} asks for {amount}', { name: requester?.name ?? '', amount: money(amount - paid, currency) }),
    about: note,
  }));
}

function useFriendRequests(): Need[] {
  const query = { direction: 'incoming' as const, limit: SHOWN };
  const { data } = hooks.useQuery('get', '/v1/friend-requests', { params: { query } });
  return (data?.data ?? []).map(({ id, person }) => ({
    id,
    to: '/friends',
    icon: 'people',
    person,
    text: t('{name} wants to be your friend', { name: person.name }),
  }));
}

function useBudgets(): Need[] {
  const { data } = hooks.useQuery('get', '/v1/budgets', { params: { query: { limit: 50 } } });
  const month = hooks.useQuery('get', '/v1/summaries', { params: { query: { period: 'month' } } }).data?.data;
  const categories = new Map(
    month?.flatMap(({ byCategory }) => byCategory).map((each) => [each.categoryId, each.name]),
  );
  return (data?.data ?? [])
    .filter(
      ({ type, spent, available }) => type === 'expense' && available > 0 && spent * 100 >= available * NEARLY_SPENT,
    )
    .map(({ id, name, categoryId, spent, available, remaining, currency }) => ({
      id,
      to: '/budgets',
      icon: 'gauge',
      text: t('{percent} % of the budget “{name}” is spent', {
        percent: Math.floor((spent * 100) / available),
        name: name || (categories.get(categoryId) ?? t('Expenses')),
      }),
      about: t('{amount} left', { amount: money(Math.max(remaining, 0), currency) }),
    }));
}

function useUnfinished(): Need[] {
  return isUnfinished(SEND_FORM)
    ? [{ id: 'send', to: '/send', icon: 'warn', text: t('A payment of yours is not finished') }]
    : [];
}

/** What waits for the person. Nothing is shown when nothing does. */
export function NeedsYou() {
  const needs = [...useUnfinished(), ...useRequests(), ...useFriendRequests(), ...useBudgets()];
  if (needs.length === 0) return null;
  return (
    <section className="card flush" aria-labelledby="needs">
      <div className="section-head">
        <h2 id="needs">{t('Needs you')}</h2>
        <span className="badge warn">{needs.length}</span>
      </div>
      {needs.map((need) => (
        <Link key={need.id} className="row" to={need.to}>
          {need.person ? (
            <Avatar person={need.person} />
          ) : (
            <span className="avatar">
              <Icon name={need.icon} />
            </span>
          )}
          <span className="stack-none">
            <span className="name wraps">{need.text}</span>
            {need.about && <span className="about">{need.about}</span>}
          </span>
          <Icon name="next" />
        </Link>
      ))}
    </section>
  );
}
