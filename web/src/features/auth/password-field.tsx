import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { TextField, type TextFieldProps } from '../../ui/field.tsx';

/** A password, which can be shown while it is typed. */
export function PasswordField(props: TextFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="stack tight">
      <TextField {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} required />
      <label className="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('Show the password')}
      </label>
    </div>
  );
}
