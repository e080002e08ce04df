import type { Person } from '../../api/types.ts';
import { t } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money, PageHead } from '../../ui/parts.tsx';

interface SentProps {
  person: Person;
  minor: number;
  currency: string;
  transferId: string;
  onAgain: () => void;
}

export function Sent({ person, minor, currency, transferId, onAgain }: SentProps) {
  return (
    <div className="page narrow">
      <PageHead title={t('Sent once')} />
      <section className="card stack">
        <div className="person-card" role="status">
          <span className="done-mark">
            <Icon name="check" size={36} />
          </span>
          <p className="confirm-sum">
            <Money minor={minor} currency={currency} />
          </p>
          <p className="muted">{t('is with {name} now', { name: person.name })}</p>
        </div>
        <LinkButton to={`/activity/${transferId}`} kind="secondary" wide>
          {t('Show the payment')}
        </LinkButton>
        <Button kind="quiet" onPress={onAgain}>
          {t('Send something else')}
        </Button>
      </section>
    </div>
  );
}
