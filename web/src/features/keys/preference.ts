const KEY = 'florin.keys';

/** Whether single letters act: a person may turn them off on this device (WCAG 2.1.4). */
export const keysAreOn = () => localStorage.getItem(KEY) !== 'off';

export function turnKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}
