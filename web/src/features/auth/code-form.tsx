import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice, faultAt, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { isDevelopment, mailedCode } from './calls.ts';

interface CodeFormProps {
  /** where the code was sent; undefined for one that an app shows */
  address?: string;
  label?: string;
  hint?: string;
  submit: string;
  onCode: (code: string) => Promise<void>;
  onResend?: () => Promise<void>;
}

/** Asks for a one-time code. In development one press takes it from the mailbox. */
export function CodeForm({ address, label, hint, submit, onCode, onResend }: CodeFormProps) {
  const [code, setCode] = useState('');
  const { busy, error, onSubmit } = useSubmit(() => onCode(code));
  const again = useSubmit(async () => {
    await onResend?.();
    toast(t('A new code is on its way'));
  });
  const fill = useSubmit(async () => {
    setCode((await mailedCode(address ?? '')) ?? '');
  });
  return (
    <form className="form" onSubmit={onSubmit}>
      <TextField
        label={label ?? t('Code')}
        hint={hint}
        value={code}
        onChange={setCode}
        error={error ? (faultAt(error, 'code') ?? tellFault(error)) : undefined}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoFocus
        required
      />
      {again.error !== undefined && <Notice kind="bad">{tellFault(again.error)}</Notice>}
      <Button type="submit" wide busy={busy}>
        {submit}
      </Button>
      <div className="form-actions">
        {onResend && (
          <Button kind="quiet" small onPress={() => void again.run()} busy={again.busy}>
            {t('Send a new code')}
          </Button>
        )}
        {address !== undefined && isDevelopment() && (
          <Button kind="quiet" small onPress={() => void fill.run()} busy={fill.busy}>
            {t('Take it from the development mailbox')}
          </Button>
        )}
      </div>
    </form>
  );
}
