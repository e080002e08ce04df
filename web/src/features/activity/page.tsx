import { useDeferredValue, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf, hooks } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Empty, Failed, PageHead, Waiting } from '../../ui/parts.tsx';
import { DayList } from './day-list.tsx';
import { TransferRow } from './transfer-row.tsx';

const PAGE = 100;
type Direction = '' | 'in' | 'out';

/** Every transfer, read on as one scrolls; searched by the API, not in what happens to be here. */
export function ActivityPage() {
  const [text, setText] = useState('');
  const [direction, setDirection] = useState<Direction>('');
  const wanted = useDeferredValue(text.trim());
  const accounts = hooks.useQuery('get', '/v1/accounts').data?.data ?? [];
  const read = useTransfers(wanted, direction);
  const rows = read.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <div className="page">
      <PageHead title={t('Activity')} />
      <div className="form-row">
        <TextField
          label={t('Search')}
          type="search"
          value={text}
          onChange={setText}
          maxLength={100}
          placeholder={t('Note or name')}
          autoComplete="off"
        />
        <SelectField
          label={t('Direction')}
          value={direction}
          onChange={(value) => setDirection(value as Direction)}
          options={[
            { value: '', label: t('In and out') },
            { value: 'in', label: t('In') },
            { value: 'out', label: t('Out') },
          ]}
        />
      </div>
      <section className="card flush" aria-label={t('Activity')}>
        <Failed of={read} />
        {read.isPending && <Waiting rows={6} height={64} />}
        {read.data && rows.length === 0 && (
          <Empty icon="activity" title={wanted === '' ? t('Nothing yet') : t('Nothing found')}>
            <p>{t('What you send and get stands here.')}</p>
          </Empty>
        )}
        <DayList
          rows={rows}
          timeOf={({ postedAt }) => postedAt}
          render={(transfer) => <TransferRow transfer={transfer} accounts={accounts} />}
          onEnd={() => {
            if (read.hasNextPage && !read.isFetchingNextPage) void read.fetchNextPage();
          }}
        />
        {read.isFetchingNextPage && <Waiting rows={2} height={64} />}
      </section>
    </div>
  );
}

function useTransfers(wanted: string, direction: Direction) {
  return useInfiniteQuery({
    // named as the hooks name theirs, so that a change of money reads it anew
    queryKey: ['get', '/v1/transfers', 'all', wanted, direction],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor }) => {
      const query = {
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
        ...(wanted === '' ? {} : { text: wanted }),
        ...(direction === '' ? {} : { direction }),
      };
      return bodyOf(await api.GET('/v1/transfers', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
