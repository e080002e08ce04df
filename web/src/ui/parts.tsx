import type { ReactNode } from 'react';
import { isFault, type Fault } from '../api/fault.ts';
import { money } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export function Money({ minor, currency, sign }: { minor: number; currency: string; sign?: 'auto' | 'always' }) {
  return <span className="number">{money(minor, currency, sign)}</span>;
}

/** The title of a page, which its tab and those who read by ear get too, and what can be done on it. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="page-head">
      <title>{`${title} · Florin`}</title>
      <h1 tabIndex={-1}>{title}</h1>
      {children && <div className="line">{children}</div>}
    </div>
  );
}

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <span className="circle">
        <Icon name={icon} size={26} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Waiting({ rows = 3, height = 56 }: { rows?: number; height?: number }) {
  return (
    <div className="stack tight" aria-busy="true">
      <span className="only-heard" role="status">
        {t('Loading')}
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="waiting" style={{ height }} />
      ))}
    </div>
  );
}

export function Notice({ kind = 'info', children }: { kind?: 'info' | 'warn' | 'bad'; children: ReactNode }) {
  return (
    <div className={`notice ${kind}`} role={kind === 'bad' ? 'alert' : undefined}>
      <Icon name={kind === 'info' ? 'info' : 'warn'} />
      <div>{children}</div>
    </div>
  );
}

interface Read {
  error: unknown;
  refetch: () => unknown;
}

/** Why a list or page could not be read, with another try; nothing when it could. */
export function Failed({ of: read }: { of: Read }) {
  if (!read.error) return null;
  return (
    <Notice kind="bad">
      <p>{tellFault(read.error)}</p>
      <Button kind="quiet" small onPress={() => void read.refetch()}>
        {t('Try again')}
      </Button>
    </Notice>
  );
}

const TEXTS: Record<string, () => string> = {
  OFFLINE: () => t('No connection to Florin. Nothing you typed is lost.'),
  UNAVAILABLE: () => t('Florin is busy just now. Try again in a moment.'),
  INTERNAL: () => t('Something broke on our side. Try again in a moment.'),
  INSUFFICIENT_FUNDS: () => t('There is not enough money in your account.'),
  NOT_FOUND: () => t('This is not there, or not yours.'),
  LIMIT_EXCEEDED: () => t('This is more than you may send just now.'),
  CODE_INVALID: () => t('This code is not right.'),
  CODE_EXPIRED: () => t('This code has lapsed. Ask for a new one.'),
  FORBIDDEN: () => t('You may not do this.'),
};

/** What went wrong, in the person's language where we know it by its code, else as the API says it. */
export function tellFault(error: unknown): string {
  if (!isFault(error)) return TEXTS['INTERNAL']?.() ?? '';
  if (error.code === 'RATE_LIMITED') return tellWait(error);
  return TEXTS[error.code]?.() ?? error.message;
}

function tellWait({ retryAfterSeconds = 60 }: Fault): string {
  return t('Too many tries. Wait {seconds, plural, one {# second} other {# seconds}}.', { seconds: retryAfterSeconds });
}

/** The fault of one field, by the path that the API names. */
export function faultAt(error: unknown, path: string): string | undefined {
  return isFault(error) ? error.fields.find((field) => field.path === path)?.message : undefined;
}
