/** What the reference says of one operation, besides what its route says. */
export interface OperationText {
  /** its name in clients */
  id: string;
  /** what else happens, units, limits; who may call it is added */
  description: string;
  /** the name of what it replies with; several operations may reply with the same. Default: `<Id>Reply` */
  reply?: string;
}

/** By `<method> <path>`, e.g. `get /v1/wallets/{id}`. */
export type OperationTexts = Readonly<Record<string, OperationText>>;

/** What fields mean, by `<Schema or operation>.<field>`, else by `<field>` alone. */
export type FieldTexts = Readonly<Record<string, string>>;
