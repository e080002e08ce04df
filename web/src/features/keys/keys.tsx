import { useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import { Sheet } from '../../ui/dialog.tsx';
import { places } from '../shell/nav.ts';
import { Palette } from './palette.tsx';
import { keysAreOn, turnKeys } from './preference.ts';
import { useKeys } from './use-keys.ts';

/** The keys of the app: the palette, the help, and the ways to where one goes often. */
export function AppKeys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'help'>();
  const [on, setOn] = useState(keysAreOn);
  const keys = useMemo(() => {
    const go =
      (to: string, search = {}) =>
      () =>
        void navigate({ to, search });
    return {
      'mod+k': () => setOpen('palette'),
      '?': () => setOpen('help'),
      s: go('/send'),
      r: go('/requests/new'),
      t: go('/spending', { new: true }),
      ...Object.fromEntries(places().map(({ to, letter }) => [`g ${letter}`, go(to)])),
    };
  }, [navigate]);
  useKeys(keys, on);
  const close = () => setOpen(undefined);
  return (
    <>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && (
        <Help
          on={on}
          onTurn={(next) => {
            turnKeys(next);
            setOn(next);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface HelpProps {
  on: boolean;
  onTurn: (on: boolean) => void;
  onClose: () => void;
}

function Help({ on, onTurn, onClose }: HelpProps) {
  const rows: [string, string][] = [
    ['Ctrl K', t('Find people, pages and actions')],
    ['S', t('Send')],
    ['R', t('Ask for money')],
    ['T', t('Write one down')],
    ...places().map(({ letter, label }): [string, string] => [`G ${letter.toUpperCase()}`, label]),
    ['?', t('This help')],
  ];
  return (
    <Sheet title={t('Keys')} open onClose={onClose}>
      <dl className="facts">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>{what}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
        {t('Single letters act')}
      </label>
    </Sheet>
  );
}
