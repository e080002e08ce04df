import { useDeferredValue, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client.ts';
import type { Transaction } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Empty, Failed, PageHead, Waiting } from '../../ui/parts.tsx';
import { DayList } from '../activity/day-list.tsx';
import { useCategories, useWallets } from '../wallets/queries.ts';
import { Entry } from './entry.tsx';
import { TransactionRow } from './transaction-row.tsx';

const PAGE = 100;

/** The diary: what was spent and earned, in every wallet. */
export function SpendingPage() {
  const navigate = useNavigate();
  const given: { wallet?: string; new?: boolean } = useSearch({ strict: false });
  const [text, setText] = useState('');
  const [walletId, setWalletId] = useState(given.wallet ?? '');
  const [open, setOpen] = useState<Transaction | 'new'>();
  const shown = open ?? (given.new ? 'new' : undefined);
  const close = () => {
    setOpen(undefined);
    if (given.new) void navigate({ to: '/spending', search: {}, replace: true });
  };
  const { wallets } = useWallets();
  return (
    <div className="page">
      <PageHead title={t('Transactions')}>
        <Button small icon="plus" onPress={() => setOpen('new')}>
          {t('Write one down')}
        </Button>
      </PageHead>
      <div className="form-row">
        <TextField
          label={t('Search')}
          type="search"
          value={text}
          onChange={setText}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          label={t('Wallet')}
          value={walletId}
          onChange={setWalletId}
          options={[
            { value: '', label: t('All wallets') },
            ...wallets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <Rows read={useTransactions(useDeferredValue(text.trim()), walletId)} searched={text !== ''} onOpen={setOpen} />
      {shown && <Entry of={shown === 'new' ? undefined : shown} walletId={walletId} onClose={close} />}
    </div>
  );
}

interface RowsProps {
  read: ReturnType<typeof useTransactions>;
  searched: boolean;
  onOpen: (transaction: Transaction) => void;
}

function Rows({ read, searched, onOpen }: RowsProps) {
  const names = {
    wallets: new Map(useWallets().wallets.map(({ id, name }) => [id, name])),
    categories: new Map(useCategories().map(({ id, name }) => [id, name])),
  };
  const rows = read.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section className="card flush" aria-label={t('Transactions')}>
      <Failed of={read} />
      {read.isPending && <Waiting rows={6} height={64} />}
      {read.data && rows.length === 0 && (
        <Empty icon="list" title={searched ? t('Nothing found') : t('Nothing yet')}>
          <p>{t('Write down what you spend: four fields, and you see where it goes.')}</p>
        </Empty>
      )}
      <DayList
        rows={rows}
        timeOf={({ date }) => `${date}T12:00:00`}
        render={(row) => <TransactionRow transaction={row} {...names} onOpen={() => onOpen(row)} />}
        onEnd={() => {
          if (read.hasNextPage && !read.isFetchingNextPage) void read.fetchNextPage();
        }}
      />
    </section>
  );
}

function useTransactions(search: string, walletId: string) {
  return useInfiniteQuery({
    // named as the hooks name theirs, so that a change of money reads it anew
    queryKey: ['get', '/v1/transactions', 'all', search, walletId],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor }) => {
      const query = {
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
        ...(search === '' ? {} : { search }),
        ...(walletId === '' ? {} : { walletId: [walletId] }),
      };
      return bodyOf(await api.GET('/v1/transactions', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
