import { api, hooks, queryClient } from '../../api/client.ts';
import { fullTime } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failed, Notice, Waiting, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useFresh } from './step-up.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['get', '/v1/auth/sessions'] });

/** Where the person is signed in, and the way to end it there. */
export function Devices() {
  const read = hooks.useQuery('get', '/v1/auth/sessions');
  const fresh = useFresh();
  const end = useSubmit((id: string) =>
    fresh.run(async () => {
      await api.DELETE('/v1/auth/sessions/{id}', { params: { path: { id } } });
      await refresh();
      toast(t('Signed out there'));
    }),
  );
  const sessions = read.data?.data ?? [];
  return (
    <section className="card flush" aria-labelledby="devices">
      <h2 className="section-head" id="devices">
        {t('Devices')}
      </h2>
      <Failed of={read} />
      {read.isPending && <Waiting rows={2} height={64} />}
      {end.error !== undefined && <Notice kind="bad">{tellFault(end.error)}</Notice>}
      {sessions.map(({ id, current, device, area, lastUsedAt }) => (
        <div key={id} className="row">
          <span className="avatar">
            <Icon name="device" />
          </span>
          <span className="stack-none">
            <span className="name">{device}</span>
            <span className="about">{[area, fullTime(lastUsedAt)].filter(Boolean).join(' · ')}</span>
          </span>
          {current ? (
            <span className="badge good">{t('This one')}</span>
          ) : (
            <Button
              kind="secondary"
              small
              busy={end.busy}
              label={t('Sign out {device}', { device })}
              onPress={() => void end.run(id)}
            >
              {t('Sign out')}
            </Button>
          )}
        </div>
      ))}
      {fresh.sheet}
    </section>
  );
}
