import { useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { newKey } from '../../api/draft.ts';
import { isFault } from '../../api/fault.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice, PageHead, faultAt, tellFault } from '../../ui/parts.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { register, resendCode, signIn, verifyEmail, type NewAccount } from './calls.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordField } from './password-field.tsx';

const EMPTY: NewAccount = { name: '', email: '', username: '', password: '' };

export function SignUpPage() {
  const navigate = useNavigate();
  const [account, setAccount] = useState(EMPTY);
  const [made, setMade] = useState(false);

  if (!made) return <AccountForm account={account} onChange={setAccount} onMade={() => setMade(true)} />;
  const email = account.email.trim();
  return (
    <section className="card stack">
      <PageHead title={t('Prove your e-mail address')} />
      <p className="muted">{t('We sent six digits to {address}.', { address: email })}</p>
      <CodeForm
        address={email}
        submit={t('Open my account')}
        onCode={async (code) => {
          await verifyEmail(email, code);
          await signIn(email, account.password);
          await navigate({ to: '/', replace: true });
        }}
        onResend={() => resendCode(email)}
      />
    </section>
  );
}

interface AccountFormProps {
  account: NewAccount;
  onChange: (account: NewAccount) => void;
  onMade: () => void;
}

function AccountForm({ account, onChange, onMade }: AccountFormProps) {
  const [key] = useState(newKey);
  const field = (name: keyof NewAccount) => ({
    value: account[name],
    onChange: (value: string) => onChange({ ...account, [name]: value }),
    error: faultAt(error, name),
  });
  const { busy, error, onSubmit } = useSubmit(async () => {
    await register({ ...account, email: account.email.trim(), username: account.username.trim() }, key);
    onMade();
  });
  const named = isFault(error) && error.fields.length > 0;
  return (
    <section className="card stack">
      <PageHead title={t('Make an account')} />
      <form className="form" onSubmit={onSubmit}>
        <TextField label={t('Your name')} {...field('name')} autoComplete="name" autoFocus required />
        <TextField label={t('E-mail address')} {...field('email')} type="email" autoComplete="email" required />
        <TextField
          label={t('Username')}
          {...field('username')}
          hint={t('People find you by it. You may leave it empty.')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          label={t('Password')}
          {...field('password')}
          hint={t('A few words you do not use elsewhere are better than one with signs.')}
          autoComplete="new-password"
        />
        {error !== undefined && !named && <Notice kind="bad">{tellFault(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Make an account')}
        </Button>
      </form>
      <p className="small">
        {t('You have one?')} <Link to="/sign-in">{t('Sign in')}</Link>
      </p>
    </section>
  );
}
