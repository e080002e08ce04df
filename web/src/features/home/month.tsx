import { hooks } from '../../api/client.ts';
import { t } from '../../i18n/index.ts';
import { Money } from '../../ui/parts.tsx';

const TOP = 4;

/** Income and expense of this month, and where most of it went. */
export function Month() {
  const { data } = hooks.useQuery('get', '/v1/summaries', { params: { query: { period: 'month' } } });
  const main = data?.data.find(({ income, expense }) => income > 0 || expense > 0);
  if (!main) return null;
  const top = main.byCategory
    .filter(
      ({ type, parentId, amountWithChildren }) => type === 'expense' && parentId === null && amountWithChildren > 0,
    )
    .sort((one, other) => other.amountWithChildren - one.amountWithChildren)
    .slice(0, TOP);
  const most = top[0]?.amountWithChildren ?? 1;
  return (
    <section className="card stack later" aria-labelledby="month">
      <h2 id="month">{t('This month')}</h2>
      <div className="tiles">
        <div className="tile">
          <span className="muted small">{t('In')}</span>
          <strong>
            <Money minor={main.income} currency={main.currency} />
          </strong>
        </div>
        <div className="tile">
          <span className="muted small">{t('Out')}</span>
          <strong>
            <Money minor={main.expense} currency={main.currency} />
          </strong>
        </div>
      </div>
      <ul className="stack tight">
        {top.map(({ categoryId, name, amountWithChildren }) => (
          <li key={categoryId} className="stack-none">
            <span className="spread small">
              <span>{name}</span>
              <Money minor={amountWithChildren} currency={main.currency} />
            </span>
            <span className="meter" aria-hidden="true">
              <div style={{ width: `${(amountWithChildren / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
