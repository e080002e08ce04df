import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from './icon.tsx';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  kind?: Kind;
  icon?: IconName;
  small?: boolean;
  wide?: boolean;
}

const classOf = ({ kind = 'primary', small, wide }: Look) =>
  ['button', kind, small ? 'small-button' : '', wide ? 'wide' : ''].filter(Boolean).join(' ');

export interface ButtonProps extends Look {
  children: ReactNode;
  onPress?: () => void;
  type?: 'button' | 'submit';
  /** the work goes on: further presses do nothing, and are not hidden from those who read by ear */
  busy?: boolean;
  disabled?: boolean;
  label?: string;
}

export function Button({
  children,
  onPress,
  type = 'button',
  busy = false,
  disabled = false,
  label,
  ...look
}: ButtonProps) {
  return (
    <AriaButton
      className={classOf(look)}
      type={type}
      isPending={busy}
      isDisabled={disabled}
      {...(onPress ? { onPress } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {look.icon && <Icon name={look.icon} size={18} />}
      {children}
    </AriaButton>
  );
}

export function IconButton({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <AriaButton className="icon-button" aria-label={label} onPress={onPress}>
      <Icon name={icon} />
    </AriaButton>
  );
}

/** A link that looks like a button. */
export function LinkButton({
  to,
  search,
  children,
  ...look
}: Look & { to: string; search?: object; children: ReactNode }) {
  return (
    <Link className={classOf(look)} to={to} search={search}>
      {look.icon && <Icon name={look.icon} size={18} />}
      {children}
    </Link>
  );
}
