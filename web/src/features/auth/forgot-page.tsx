import { useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice, PageHead, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { askReset, resetPassword } from './calls.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordField } from './password-field.tsx';

export function ForgotPage() {
  const [identifier, setIdentifier] = useState('');
  const [asked, setAsked] = useState(false);
  const { busy, error, onSubmit } = useSubmit(async () => {
    await askReset(identifier.trim());
    setAsked(true);
  });
  if (asked) return <NewPassword identifier={identifier.trim()} />;
  return (
    <section className="card stack">
      <PageHead title={t('Set a new password')} />
      <form className="form" onSubmit={onSubmit}>
        <TextField
          label={t('E-mail, username or mobile number')}
          value={identifier}
          onChange={setIdentifier}
          error={faultAt(error, 'identifier')}
          autoComplete="username"
          autoFocus
          required
        />
        {error !== undefined && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Send me a code')}
        </Button>
      </form>
      <Link to="/sign-in" className="small">
        {t('Back to sign-in')}
      </Link>
    </section>
  );
}

function NewPassword({ identifier }: { identifier: string }) {
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const set = async (code: string) => {
    setFault(undefined);
    try {
      await resetPassword(identifier, code, password);
    } catch (error) {
      setFault(faultAt(error, 'password'));
      throw error;
    }
    toast(t('Your password is set. Sign in with it.'));
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <section className="card stack">
      <PageHead title={t('Set a new password')} />
      <p className="muted">{t('If there is such an account, a code is on its way to its address.')}</p>
      <PasswordField
        label={t('New password')}
        value={password}
        onChange={setPassword}
        error={fault}
        autoComplete="new-password"
      />
      <CodeForm
        address={identifier}
        submit={t('Set the password')}
        onCode={set}
        onResend={() => askReset(identifier)}
      />
    </section>
  );
}
