import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHead } from '../../ui/parts.tsx';

export function NotFound() {
  return (
    <main className="content">
      <div className="page narrow">
        <PageHead title={t('There is no such page')} />
        <div className="form-actions">
          <LinkButton to="/">{t('Go home')}</LinkButton>
        </div>
      </div>
    </main>
  );
}
