import { areaOf, callerOf } from '../../domain/ip.ts';
import type { Device } from '../../domain/session.ts';
import type { Deps } from '../index.ts';

/** A device id must be unguessable to get a guess budget of its own. */
const SHORTEST_ID = 16;

export interface DeviceKeys {
  /** what has a guess budget of its own once it has signed in, best first: the device id, then the address */
  known: Buffer[];
  /** what tells a new device from one seen before */
  device: Buffer;
}

/** Keyed hashes under which a device is remembered. */
export function deviceKeys(deps: Pick<Deps, 'secrets'>, { id, ip, userAgent, platform }: Device): DeviceKeys {
  const byId = id !== undefined && id.length >= SHORTEST_ID ? deps.secrets.hash('device-id', id) : undefined;
  const byAddress = deps.secrets.hash('device-address', callerOf(ip));
  const byAgent = deps.secrets.hash('device-agent', userAgent ?? '', platform ?? '', areaOf(ip));
  return { known: byId ? [byId, byAddress] : [byAddress], device: byId ?? byAgent };
}
