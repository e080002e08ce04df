import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Frame {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

function useFrame({ hint, error }: Frame) {
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

function Framed({ id, label, hint, error, children }: Frame & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

type Change = { value: string; onChange: (value: string) => void };

export type TextFieldProps = Frame & Change & Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'id'>;

export function TextField({ label, hint, error, value, onChange, ...input }: TextFieldProps) {
  const frame = useFrame({ label, hint, error });
  return (
    <Framed id={frame.id} label={label} hint={hint} error={error}>
      <input className="input" {...frame} {...input} value={value} onChange={(event) => onChange(event.target.value)} />
    </Framed>
  );
}

export interface SelectFieldProps extends Frame, Change {
  options: readonly { value: string; label: string }[];
}

export function SelectField({ label, hint, error, value, onChange, options }: SelectFieldProps) {
  const frame = useFrame({ label, hint, error });
  return (
    <Framed id={frame.id} label={label} hint={hint} error={error}>
      <span className="select-wrap">
        <select className="input" {...frame} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </Framed>
  );
}

interface SegmentsProps<T extends string> {
  legend: string;
  /** the legend is for those who read by ear only */
  quiet?: boolean;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ legend, quiet = false, value, onChange, options }: SegmentsProps<T>) {
  const name = useId();
  return (
    <div className="field" role="radiogroup" aria-label={legend}>
      {!quiet && (
        <span className="legend" aria-hidden="true">
          {legend}
        </span>
      )}
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
