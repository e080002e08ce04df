import { Link } from '@tanstack/react-router';
import type { Account, Transfer } from '../../api/types.ts';
import { clockTime } from '../../i18n/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/parts.tsx';
import { kindName, seen, statusName } from './transfer.ts';

/** One line of a list of transfers; opens the transfer. */
export function TransferRow({ transfer, accounts }: { transfer: Transfer; accounts: readonly Account[] }) {
  const { out, signed, currency, other, title, icon } = seen(transfer, accounts);
  const status = statusName(transfer.status);
  const kind = transfer.kind !== 'peer' && title !== kindName(transfer.kind) ? kindName(transfer.kind) : '';
  const note = title === transfer.note ? '' : transfer.note;
  const about = [status, kind, note, clockTime(transfer.postedAt)].filter(Boolean).join(' · ');
  return (
    <Link className="row" to="/activity/$transferId" params={{ transferId: transfer.id }}>
      {other ? (
        <Avatar person={other} />
      ) : (
        <span className="avatar">
          <Icon name={icon} />
        </span>
      )}
      <span className="stack-none">
        <span className="name">{title}</span>
        <span className="about">{about}</span>
      </span>
      <span className={`sum${out ? '' : ' in'}`}>
        <Money minor={signed} currency={currency} sign="always" />
      </span>
    </Link>
  );
}
