import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { CodeForm } from './code-form.tsx';
import { proveFactor, sendFactorCode, type Challenge, type Factor } from './calls.ts';

interface FactorStepProps {
  challenge: Challenge;
  onDone: () => void;
}

const nameOf = (factor: Factor) =>
  ({
    totp: t('Use your authenticator app'),
    'otp-email': t('Use a code by e-mail'),
    'otp-sms': t('Use a code by SMS'),
    'recovery-code': t('Use a recovery code'),
  })[factor];

const hintOf = (factor: Factor) =>
  ({
    totp: t('The six digits that your authenticator app shows now.'),
    'otp-email': t('We sent six digits to your e-mail address.'),
    'otp-sms': t('We sent six digits to your phone.'),
    'recovery-code': t('One of the codes you kept when you turned this on. Each works once.'),
  })[factor];

const isFactor = (factor: string): factor is Factor => factor !== 'passkey';

/** The second half of a sign-in. */
export function FactorStep({ challenge, onDone }: FactorStepProps) {
  const factors = challenge.factors.filter(isFactor);
  const [factor, setFactor] = useState<Factor>(factors[0] ?? 'recovery-code');
  const sendTo = factor === 'otp-email' ? ('email' as const) : factor === 'otp-sms' ? ('sms' as const) : undefined;
  const choose = async (next: Factor) => {
    setFactor(next);
    if (next === 'otp-email' || next === 'otp-sms') {
      await sendFactorCode(challenge.challenge, next === 'otp-email' ? 'email' : 'sms');
    }
  };
  return (
    <>
      <CodeForm
        key={factor}
        hint={hintOf(factor)}
        submit={t('Sign in')}
        onCode={async (code) => {
          await proveFactor(challenge.challenge, factor, code);
          onDone();
        }}
        {...(sendTo ? { onResend: () => sendFactorCode(challenge.challenge, sendTo) } : {})}
      />
      <div className="form-actions">
        {factors
          .filter((other) => other !== factor)
          .map((other) => (
            <Button key={other} kind="quiet" small onPress={() => void choose(other)}>
              {nameOf(other)}
            </Button>
          ))}
      </div>
    </>
  );
}
