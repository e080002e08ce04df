import { useState } from 'react';
import { api, hooks, queryClient } from '../../api/client.ts';
import type { Me } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Failed, Notice, Waiting, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

export function Profile() {
  const read = hooks.useQuery('get', '/v1/users/me');
  return (
    <section className="card form" aria-label={t('Profile')}>
      <Failed of={read} />
      {read.isPending && <Waiting rows={2} />}
      {read.data && <ProfileForm key={read.data.id} me={read.data} />}
    </section>
  );
}

type Asked = Me['preferences']['paymentRequestsFrom'];

function ProfileForm({ me }: { me: Me }) {
  const [name, setName] = useState(me.name);
  const [from, setFrom] = useState<Asked>(me.preferences.paymentRequestsFrom);
  const { busy, error, onSubmit } = useSubmit(async () => {
    await api.PATCH('/v1/users/me', { body: { name, preferences: { paymentRequestsFrom: from } } });
    await queryClient.invalidateQueries({ queryKey: ['get', '/v1/users/me'] });
    toast(t('Saved'));
  });
  return (
    <form className="form" onSubmit={onSubmit}>
      <div className="line">
        <Avatar person={me} large />
        <span className="stack-none">
          <strong>{me.name}</strong>
          <span className="muted small">
            {[me.username && `@${me.username}`, me.email].filter(Boolean).join(' · ')}
          </span>
        </span>
      </div>
      <TextField
        label={t('Your name')}
        value={name}
        onChange={setName}
        error={faultAt(error, 'name')}
        maxLength={120}
        autoComplete="name"
        required
      />
      <SelectField
        label={t('Who may ask you for money')}
        value={from}
        onChange={(value) => setFrom(value as Asked)}
        options={[
          { value: 'everybody', label: t('Everybody') },
          { value: 'friends-of-friends', label: t('Friends of friends') },
          { value: 'friends', label: t('Friends') },
        ]}
      />
      {error !== undefined && faultAt(error, 'name') === undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      <div className="form-actions">
        <Button type="submit" busy={busy}>
          {t('Save')}
        </Button>
      </div>
    </form>
  );
}
