/**
 * The tokens are in cookies that no script reads. What is known here is only until when the access cookie lasts, so that a page
 * that opens neither asks in vain nor is refused first.
 */
const KEY = 'florin.session';
const EARLY_MS = 20_000;

type Listener = () => void;
const listeners = new Set<Listener>();

const read = () => Number(localStorage.getItem(KEY) ?? '0');

export function isSignedIn(): boolean {
  return read() > 0;
}

export function signedIn({ expiresIn }: { expiresIn: number }): void {
  localStorage.setItem(KEY, String(Date.now() + expiresIn * 1000));
}

/** Forgets the session on this device and tells the app. */
export function signedOut(): void {
  localStorage.removeItem(KEY);
  for (const tell of listeners) tell();
}

/** Calls back when the session has ended here or in another tab. */
export function onSignedOut(listener: Listener): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === KEY && event.newValue === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
}

async function refresh(): Promise<boolean> {
  const reply = await fetch('/v1/auth/refresh', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  if (reply.ok) signedIn((await reply.json()) as { expiresIn: number });
  else if (reply.status === 401 || reply.status === 403) signedOut();
  return reply.ok;
}

/** One refresh for all calls of all tabs: the refresh cookie is good for one. False when the session has ended. */
function renewed(seen: number): Promise<boolean> {
  const work = async () => (read() === seen ? refresh() : read() > 0);
  return 'locks' in navigator ? navigator.locks.request('florin.refresh', work) : work();
}

/** `fetch` that renews the access cookie when it is over, once. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  const until = read();
  if (until > 0 && until - EARLY_MS < Date.now()) await renewed(until);
  const again = request.clone();
  const reply = await fetch(request);
  // a reply of 401 to somebody not signed in is about a password or code
  if (reply.status !== 401 || read() === 0 || new URL(request.url).pathname === '/v1/auth/login') return reply;
  return (await renewed(read())) ? fetch(again) : reply;
}
