import { useState } from 'react';
import { api, bodyOf, hooks, queryClient } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Failed, Notice, Waiting, tellFault } from '../../ui/parts.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { CodeForm } from '../auth/code-form.tsx';
import { useFresh } from './step-up.tsx';

interface Secret {
  secret: string;
  qrDataUrl: string;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['get', '/v1/auth/2fa'] });

/** Codes of an authenticator app as a second factor. */
export function Totp() {
  const read = hooks.useQuery('get', '/v1/auth/2fa');
  const [secret, setSecret] = useState<Secret>();
  const [codes, setCodes] = useState<readonly string[]>();
  const fresh = useFresh();
  const begin = useSubmit(() => fresh.run(async () => setSecret(bodyOf(await api.POST('/v1/auth/2fa/totp', {})))));
  const turnOff = useSubmit(() =>
    fresh.run(async () => {
      await api.DELETE('/v1/auth/2fa/totp', {});
      await refresh();
      toast(t('Turned off'));
    }),
  );
  const confirm = async (code: string) => {
    const { recoveryCodes } = bodyOf(await api.POST('/v1/auth/2fa/totp/confirm', { body: { code: code.trim() } }));
    setSecret(undefined);
    setCodes(recoveryCodes);
    await refresh();
  };
  const on = read.data?.factors.includes('totp');
  const fault = begin.error ?? turnOff.error;
  return (
    <section className="card stack" aria-labelledby="totp">
      <div className="spread">
        <h2 id="totp">{t('Authenticator app')}</h2>
        {read.data && <span className={`badge${on ? ' good' : ''}`}>{on ? t('On') : t('Off')}</span>}
      </div>
      <p className="muted">{t('At sign-in you give the six digits that your phone shows, besides the password.')}</p>
      <Failed of={read} />
      {read.isPending && <Waiting rows={1} />}
      {fault !== undefined && <Notice kind="bad">{tellFault(fault)}</Notice>}
      <div className="form-actions">
        {on === false && (
          <Button icon="key" busy={begin.busy} onPress={() => void begin.run()}>
            {t('Turn it on')}
          </Button>
        )}
        {on && (
          <Button kind="danger" busy={turnOff.busy} onPress={() => void turnOff.run()}>
            {t('Turn it off')}
          </Button>
        )}
      </div>
      {secret && <SecretSheet secret={secret} onCode={confirm} onClose={() => setSecret(undefined)} />}
      {codes && <CodesSheet codes={codes} onClose={() => setCodes(undefined)} />}
      {fresh.sheet}
    </section>
  );
}

interface SecretSheetProps {
  secret: Secret;
  onCode: (code: string) => Promise<void>;
  onClose: () => void;
}

function SecretSheet({ secret, onCode, onClose }: SecretSheetProps) {
  return (
    <Sheet title={t('Authenticator app')} open onClose={onClose}>
      <p className="muted">{t('Scan this with your authenticator app, or type the key into it.')}</p>
      <img className="qr" src={secret.qrDataUrl} alt={t('QR code of the key below')} />
      <code className="secret">{secret.secret}</code>
      <CodeForm label={t('Code that the app shows')} submit={t('Turn it on')} onCode={onCode} />
    </Sheet>
  );
}

function CodesSheet({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    toast(t('Copied'));
  };
  return (
    <Sheet title={t('Keep these codes')} open onClose={onClose}>
      <p>{t('Each signs you in once when your phone is lost. They are shown this one time.')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button kind="secondary" onPress={() => void copy()}>
          {t('Copy')}
        </Button>
        <Button onPress={onClose}>{t('I keep them')}</Button>
      </div>
    </Sheet>
  );
}
