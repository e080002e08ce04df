import { areaOf, callerOf } from '../../domain/ip.ts';
import type { Device } from '../../domain/session.ts';
import type { App } from '../ports.ts';

/** A device id must be unguessable to open a lane of its own. */
const SHORTEST_ID = 16;

export interface DeviceKeys {
  /** what may guess in a lane of its own, best first: the device id, then the address */
  lanes: Buffer[];
  /** what tells a new device from one seen before */
  device: Buffer;
}

/** Keyed hashes under which a device is remembered. */
export function deviceKeys(app: App, { id, ip, userAgent, platform }: Device): DeviceKeys {
  const byId = id !== undefined && id.length >= SHORTEST_ID ? app.secrets.hash('device-id', id) : undefined;
  const byAddress = app.secrets.hash('device-address', callerOf(ip));
  const byAgent = app.secrets.hash('device-agent', userAgent ?? '', platform ?? '', areaOf(ip));
  return { lanes: byId ? [byId, byAddress] : [byAddress], device: byId ?? byAgent };
}
