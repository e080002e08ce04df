import { useId } from 'react';
import { readAmount, separatorsOf, writeAmount, type AmountFault } from '../i18n/amount.ts';
import { decimalsOf, money } from '../i18n/format.ts';
import { formatLocale, t } from '../i18n/index.ts';
import { TextField } from './field.tsx';

/** What is wrong with an amount, said to the person. */
function amountFault(fault: AmountFault, currency: string): string {
  const decimals = decimalsOf(currency);
  switch (fault) {
    case 'empty':
      return t('Enter an amount');
    case 'not a number':
      return t('Write digits, e.g. {example}', { example: exampleOf(currency) });
    case 'too many decimals':
      return t('{currency} has {decimals, plural, =0 {no decimals} one {# decimal} other {# decimals}}', {
        currency,
        decimals,
      });
    case 'too large':
      return t('This amount is too large');
    case 'ambiguous':
      return t('This can be read in two ways: write it without a separator of thousands, e.g. {example}', {
        example: exampleOf(currency),
      });
  }
}

const exampleOf = (currency: string) => writeAmount(1250, decimalsOf(currency), separatorsOf(formatLocale()));

type Amount = { minor: number; error?: undefined } | { minor?: undefined; error: string };

/** Reads what was typed; nothing, and zero, are no amounts. */
function amountOf(text: string, currency: string): Amount {
  const read = readAmount(text, decimalsOf(currency), separatorsOf(formatLocale()));
  if ('fault' in read) return { error: amountFault(read.fault, currency) };
  return read.minor === 0 ? { error: t('Enter an amount') } : read;
}

/** What was typed, in minor units; undefined, with `tell` told why, when it is no amount or more than `most`. */
export function checkedAmount(
  text: string,
  { currency, most, tell }: { currency: string; most?: number; tell: (fault: string) => void },
): number | undefined {
  const read = amountOf(text, currency);
  if (read.error !== undefined) tell(read.error);
  else if (most !== undefined && read.minor > most) tell(t('At most {amount}', { amount: money(most, currency) }));
  else return read.minor;
  return undefined;
}

export function amountText(minor: number, currency: string): string {
  return writeAmount(minor, decimalsOf(currency), separatorsOf(formatLocale()));
}

interface AmountFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  currency: string;
  error?: string | undefined;
  hint?: string;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** The one number that a page is about. */
export function LargeAmount({ label, value, onChange, currency, error, hint, ...rest }: AmountFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <span className="muted">({currency})</span>
      </label>
      <div className="amount-input">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          placeholder={writeAmount(0, decimalsOf(currency), separatorsOf(formatLocale()))}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-about`}
          autoFocus={rest.autoFocus}
          disabled={rest.disabled}
        />
      </div>
      <span id={`${id}-about`} className={error ? 'field-error' : 'hint'}>
        {error ?? hint}
      </span>
    </div>
  );
}

export function AmountField({ currency, label, ...rest }: AmountFieldProps) {
  return <TextField {...rest} label={`${label} (${currency})`} inputMode="decimal" autoComplete="off" />;
}
