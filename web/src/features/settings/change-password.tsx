import { useState } from 'react';
import { api } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PasswordField } from '../auth/password-field.tsx';

export function ChangePassword() {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const { busy, error, onSubmit } = useSubmit(async () => {
    await api.POST('/v1/auth/password/change', { body: { currentPassword, newPassword } });
    setCurrent('');
    setNext('');
    toast(t('Your password is changed. All other devices are signed out.'));
  });
  const atField = faultAt(error, 'currentPassword') ?? faultAt(error, 'newPassword');
  return (
    <form className="card form" onSubmit={onSubmit} aria-labelledby="password">
      <h2 id="password">{t('Password')}</h2>
      <PasswordField
        label={t('Password until now')}
        value={currentPassword}
        onChange={setCurrent}
        error={faultAt(error, 'currentPassword')}
        autoComplete="current-password"
      />
      <PasswordField
        label={t('New password')}
        value={newPassword}
        onChange={setNext}
        error={faultAt(error, 'newPassword')}
        autoComplete="new-password"
      />
      {error !== undefined && atField === undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
      <div className="form-actions">
        <Button type="submit" busy={busy}>
          {t('Change the password')}
        </Button>
      </div>
    </form>
  );
}
