import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/parts.tsx';

export function NotFound() {
  return (
    <main>
      <Empty icon="search" title={t('There is no such page')}>
        <LinkButton to="/">{t('Go home')}</LinkButton>
      </Empty>
    </main>
  );
}
