/** A faulty environment: the message lists every variable at fault and is meant for the operator's terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
