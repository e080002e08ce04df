import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { isFault } from '../../api/fault.ts';
import { signedIn } from '../../api/session.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Notice, faultAt, tellFault } from '../../ui/parts.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { PasswordField } from '../auth/password-field.tsx';

type Work = () => Promise<void>;

/**
 * Runs what needs a fresh sign-in: where the API asks for one, the person gives the password and the work is tried again.
 * `sheet` must stand in the page.
 */
export function useFresh() {
  const [waiting, setWaiting] = useState<Work>();
  const run = async (work: Work): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isFault(error) || error.code !== 'STEP_UP_REQUIRED') throw error;
      setWaiting(() => work);
    }
  };
  const sheet = waiting && <ProveSheet work={waiting} onClose={() => setWaiting(undefined)} />;
  return { run, sheet };
}

function ProveSheet({ work, onClose }: { work: Work; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const { busy, error, onSubmit } = useSubmit(async () => {
    signedIn(bodyOf(await api.POST('/v1/auth/step-up', { body: { password } })));
    await work();
    onClose();
  });
  return (
    <Sheet title={t('Is it you?')} open onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <p className="muted">{t('It is a while since you signed in. Give your password once more.')}</p>
        <PasswordField
          label={t('Password')}
          value={password}
          onChange={setPassword}
          error={faultAt(error, 'password')}
          autoComplete="current-password"
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Go on')}
        </Button>
      </form>
    </Sheet>
  );
}
