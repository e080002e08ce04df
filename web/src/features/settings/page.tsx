import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { signOut } from '../auth/calls.ts';
export function SettingsPage() {
  return (
    <div className="page">
      <PageHead title={t('Settings')} />
      <Button kind="secondary" icon="out" onPress={() => void signOut()}>
        {t('Sign out')}
      </Button>
    </div>
  );
}
