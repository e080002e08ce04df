import { useState } from 'react';
import { hooks } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/field.tsx';
import { Empty, Failed, PageHead, Waiting } from '../../ui/parts.tsx';
import { RequestCard } from './request-card.tsx';

const PAGE = 50;
type Direction = 'incoming' | 'outgoing';

export function RequestsPage() {
  const [direction, setDirection] = useState<Direction>('incoming');
  const read = hooks.useQuery('get', '/v1/payment-requests', { params: { query: { direction, limit: PAGE } } });
  const rows = read.data?.data ?? [];
  const open = rows.filter(({ status }) => status === 'pending');
  const ended = rows.filter(({ status }) => status !== 'pending');
  return (
    <div className="page">
      <PageHead title={t('Requests')}>
        <LinkButton to="/requests/new" icon="plus" small>
          {t('Ask for money')}
        </LinkButton>
      </PageHead>
      <Segments
        legend={t('Which requests')}
        quiet
        value={direction}
        onChange={setDirection}
        options={[
          { value: 'incoming', label: t('To you') },
          { value: 'outgoing', label: t('By you') },
        ]}
      />
      <Failed of={read} />
      {read.isPending && <Waiting rows={3} height={110} />}
      {read.data && rows.length === 0 && (
        <div className="card">
          <Empty
            icon="request"
            title={direction === 'incoming' ? t('Nobody asks you for money') : t('You ask nobody for money')}
          />
        </div>
      )}
      {open.map((request) => (
        <RequestCard key={request.id} request={request} direction={direction} />
      ))}
      {ended.length > 0 && <h2>{t('Earlier')}</h2>}
      {ended.map((request) => (
        <RequestCard key={request.id} request={request} direction={direction} />
      ))}
    </div>
  );
}
