import type { Transaction } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/parts.tsx';

interface TransactionRowProps {
  transaction: Transaction;
  wallets: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  onOpen: () => void;
}

export function typeName(type: Transaction['type']): string {
  const names = {
    income: t('Income'),
    expense: t('Expense'),
    debt: t('Debt'),
    transfer: t('Between wallets'),
    adjustment: t('Adjustment'),
  };
  return names[type];
}

/** One line of the diary. What the app did not write, it does not change: such lines open nothing. */
export function TransactionRow({ transaction, wallets, categories, onOpen }: TransactionRowProps) {
  const { id, categoryId, type, direction, amount, currency, description, walletId } = transaction;
  const category = categoryId === null ? undefined : categories.get(categoryId);
  const title = description || (category ?? typeName(type));
  const about = [title === category ? undefined : category, wallets.get(walletId)].filter(Boolean).join(' · ');
  const inside = (
    <>
      {category !== undefined && categoryId !== null ? (
        <Avatar person={{ id: categoryId, name: category }} />
      ) : (
        <span className="avatar">
          <Icon name="wallet" />
        </span>
      )}
      <span className="stack-none">
        <span className="name">{title}</span>
        <span className="about">{about}</span>
      </span>
      <span className={`sum${direction === 'in' ? ' in' : ''}`}>
        <Money minor={direction === 'in' ? amount : -amount} currency={currency} sign="always" />
      </span>
    </>
  );
  const changeable = type === 'income' || type === 'expense' || type === 'debt';
  return changeable ? (
    <button type="button" className="row" onClick={onOpen} key={id}>
      {inside}
    </button>
  ) : (
    <div className="row">{inside}</div>
  );
}
