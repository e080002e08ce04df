import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../../ui/parts.tsx';

/** A page that could not be loaded, e.g. because a newer version of the app is there by now: another try loads that one. */
export function PageFailed({ error }: ErrorComponentProps) {
  return <Failed of={{ error, refetch: () => location.reload() }} />;
}
