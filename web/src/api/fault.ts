/** What went wrong with a call, as the API tells it (RFC 9457), or that no reply came. */
export class Fault extends Error {
  override name = 'Fault';
  readonly status: number;
  /** of the API's closed list, or OFFLINE when no reply came */
  readonly code: string;
  readonly fields: readonly { path: string; message: string }[];
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(told: Partial<Omit<Fault, 'name'>> & { message: string; code: string }) {
    super(told.message);
    this.status = told.status ?? 0;
    this.code = told.code;
    this.fields = told.fields ?? [];
    this.requestId = told.requestId;
    this.retryAfterSeconds = told.retryAfterSeconds;
  }

  /** Nobody knows whether the call had its effect: only the same key may be tried again. */
  get unknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

interface Problem {
  detail?: string;
  title?: string;
  code?: string;
  errors?: { path: string; message: string }[];
  requestId?: string;
}

/** The fault that a reply of 4xx or 5xx tells of. */
export async function faultOf(response: Response): Promise<Fault> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const wait = Number(response.headers.get('Retry-After'));
  return new Fault({
    status: response.status,
    code: problem.code ?? 'INTERNAL',
    message: problem.detail ?? problem.title ?? `HTTP ${response.status}`,
    fields: problem.errors ?? [],
    requestId: problem.requestId,
    retryAfterSeconds: wait > 0 ? wait : undefined,
  });
}

export const offline = () => new Fault({ code: 'OFFLINE', message: 'No reply came' });

export function isFault(error: unknown): error is Fault {
  return error instanceof Fault;
}
