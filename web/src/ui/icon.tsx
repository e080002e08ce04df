/** Lines on a grid of 24, drawn with round ends; each is one path. */
const PATHS = {
  home: 'M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5h4v5',
  send: 'M20 4 10.5 13.5M20 4l-6 16-3.5-6.5L4 10z',
  request: 'M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M5 19.5h14',
  activity: 'M4 7h10M4 12h16M4 17h7M18 5v4M16 7h4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.4-3.4 3-5.5 6.5-5.500s6.1 2.1 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.400c2 .8 3.2 2.6 3.5 5.1',
  wallet: 'M4 7.500v10A2.5 2.5 0 0 0 6.5 20H20V8H6.500a2.5 2.5 0 0 1 0-5H17v5M16 14h.01',
  list: 'M8 6.500h12M8 12h12M8 17.500h12M4 6.500h.01M4 12h.01M4 17.500h.01',
  gauge: 'M4.5 18a9 9 0 1 1 15 0M12 13l4-4M12 14a1 1 0 1 0 0-2 1 1 0 0 0 0 2',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.5 10 17.5 19 7',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M6 9.500l6 6 6-6',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l4.5 4.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  warn: 'M12 9v4.500M12 17h.01M12 3.5 2.5 20h19z',
  info: 'M12 11v6M12 7.500h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 2h-15zM10 21h4',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  key: 'M8 15.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 11.500h9v3.500M17 11.500v3',
  out: 'M14 4H5v16h9M10 12h11m0 0-4-4m4 4-4 4',
  bank: 'M3.5 9.5 12 4l8.5 5.500M5 9.500h14M6.5 10v7M12 10v7M17.5 10v7M4 20h16',
  undo: 'M9 5 4.5 9.5 9 14M5 9.500h9a5.5 5.5 0 0 1 0 11H9',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a text that says the same: not read aloud. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const turns = name === 'back' || name === 'next' || name === 'out' || name === 'undo';
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={turns ? 'turns' : undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
