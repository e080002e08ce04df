import { Long, Timestamp } from 'bson';
import { MongoError } from '../errors.ts';
import { calculate } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare.ts';
import { isNumeric } from '../values/decimal.ts';
import { cloneValue, isDoc } from '../values/doc.ts';
import type { Slot } from './target.ts';

export interface OperatorInput {
  readonly path: string;
  readonly operand: unknown;
  readonly now: Date;
}

export interface UpdateOperator {
  /** Whether missing parents on the path are made. */
  readonly creates: boolean;
  apply(slot: Slot, input: OperatorInput): void;
}

function arithmetic(name: '$inc' | '$mul'): UpdateOperator {
  return {
    creates: true,
    apply: (slot, { path, operand }) => {
      const verb = name === '$inc' ? 'increment' : 'multiply';
      if (!isNumeric(operand))
        throw new MongoError(14, `Cannot ${verb} with non-numeric argument: {${path}: ${String(operand)}}`);
      const current = slot.read();
      if (current === undefined) {
        slot.write(name === '$inc' ? operand : calculate(operand, 0, 'multiply'));
        return;
      }
      if (!isNumeric(current)) {
        throw new MongoError(14, `Cannot apply ${name} to a value of non-numeric type: the field '${path}'`);
      }
      slot.write(calculate(current, operand, name === '$inc' ? 'add' : 'multiply'));
    },
  };
}

function extreme(direction: 1 | -1): UpdateOperator {
  return {
    creates: true,
    apply: (slot, { operand }) => {
      const current = slot.read();
      if (current === undefined || compareValues(operand, current) * direction > 0) slot.write(cloneValue(operand));
    },
  };
}

const set: UpdateOperator = {
  creates: true,
  apply: (slot, { operand }) => {
    slot.write(cloneValue(operand));
  },
};

const unset: UpdateOperator = {
  creates: false,
  apply: (slot) => {
    if (slot.read() !== undefined) slot.remove();
  },
};

const currentDate: UpdateOperator = {
  creates: true,
  apply: (slot, { path, operand, now }) => {
    const type = isDoc(operand) ? operand['$type'] : 'date';
    if (typeof operand !== 'boolean' && type !== 'date' && type !== 'timestamp') {
      throw new MongoError(2, `$currentDate of '${path}' must be a boolean or { $type: 'date' | 'timestamp' }`);
    }
    slot.write(type === 'timestamp' ? new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }) : new Date(now));
  },
};

const BITWISE: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: UpdateOperator = {
  creates: true,
  apply: (slot, { path, operand }) => {
    const [[name, mask] = ['', undefined]] = isDoc(operand) ? Object.entries(operand) : [];
    const operation = BITWISE[name];
    const current = slot.read() ?? 0;
    if (!operation || !isInteger(mask) || !isInteger(current)) {
      throw new MongoError(2, `$bit of '${path}' needs { and | or | xor: integer } on an integer field`);
    }
    const result = BigInt.asIntN(64, operation(BigInt(current.toString()), BigInt(mask.toString())));
    slot.write(Number.isSafeInteger(Number(result)) ? Number(result) : Long.fromBigInt(result));
  },
};

function isInteger(value: unknown): value is number | Long {
  return Number.isSafeInteger(value) || value instanceof Long;
}

export const VALUE_OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  $bit: bit,
};
