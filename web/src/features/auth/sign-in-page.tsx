import { useState } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { isFault } from '../../api/fault.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice, PageHead, faultAt, tellFault } from '../../ui/parts.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { resendCode, signIn, verifyEmail, type Challenge } from './calls.ts';
import { CodeForm } from './code-form.tsx';
import { FactorStep } from './factor-step.tsx';
import { PasswordField } from './password-field.tsx';

/** Where the person wanted to go; a path of the app only. */
function wantedPath(search: unknown): string {
  const { to } = search as { to?: unknown };
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}

const tellSignIn = (error: unknown) =>
  isFault(error) && error.code === 'UNAUTHENTICATED'
    ? t('These do not belong together. Check both.')
    : tellFault(error);

type Step = 'password' | 'code' | Challenge;

export function SignInPage() {
  const navigate = useNavigate();
  const wanted = wantedPath(useSearch({ strict: false }));
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<Step>('password');
  const done = () => void navigate({ to: wanted, replace: true });
  const address = identifier.trim();

  const enter = async () => {
    const left = await signIn(address, password);
    if (left) setStep(left);
    else done();
  };
  const tryEntering = async () => {
    try {
      await enter();
    } catch (fault) {
      if (!isFault(fault) || fault.code !== 'EMAIL_NOT_VERIFIED') throw fault;
      setStep('code');
      await resendCode(address).catch(() => undefined);
    }
  };
  if (step === 'password') {
    return (
      <PasswordStep
        identifier={identifier}
        onIdentifier={setIdentifier}
        password={password}
        onPassword={setPassword}
        onEnter={tryEntering}
      />
    );
  }
  if (step === 'code') {
    const prove = async (code: string) => {
      await verifyEmail(address, code);
      await enter();
    };
    return (
      <section className="card stack">
        <PageHead title={t('Prove your e-mail address')} />
        <p className="muted">{t('We sent six digits to {address}.', { address })}</p>
        <CodeForm address={address} submit={t('Go on')} onCode={prove} onResend={() => resendCode(address)} />
      </section>
    );
  }
  return (
    <section className="card stack">
      <PageHead title={t('One more step')} />
      <FactorStep challenge={step} onDone={done} />
    </section>
  );
}

interface PasswordStepProps {
  identifier: string;
  onIdentifier: (identifier: string) => void;
  password: string;
  onPassword: (password: string) => void;
  onEnter: () => Promise<void>;
}

function PasswordStep({ identifier, onIdentifier, password, onPassword, onEnter }: PasswordStepProps) {
  const { busy, error, onSubmit } = useSubmit(onEnter);
  return (
    <section className="card stack">
      <PageHead title={t('Sign in')} />
      <form className="form" onSubmit={onSubmit}>
        <TextField
          label={t('E-mail, username or mobile number')}
          value={identifier}
          onChange={onIdentifier}
          error={faultAt(error, 'identifier')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
        <PasswordField
          label={t('Password')}
          value={password}
          onChange={onPassword}
          error={faultAt(error, 'password')}
          autoComplete="current-password"
        />
        {error !== undefined && <Notice kind="bad">{tellSignIn(error)}</Notice>}
        <Button type="submit" wide busy={busy}>
          {t('Sign in')}
        </Button>
      </form>
      <div className="spread small">
        <Link to="/forgot">{t('Forgot your password?')}</Link>
        <Link to="/sign-up">{t('Make an account')}</Link>
      </div>
    </section>
  );
}
