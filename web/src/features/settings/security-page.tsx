import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { ChangePassword } from './change-password.tsx';
import { Devices } from './devices.tsx';
import { Totp } from './totp.tsx';

export function SecurityPage() {
  return (
    <div className="page">
      <PageHead title={t('Security')}>
        <LinkButton to="/settings" kind="quiet" small icon="back">
          {t('Settings')}
        </LinkButton>
      </PageHead>
      <Totp />
      <Devices />
      <ChangePassword />
    </div>
  );
}
