// What nobody knows and the answer turns on, as the program lists it (tumen check --unknowns): a range, and which
// parameters a value sets. A belief, where the page carries one, takes the place of these.
import { texts } from '../text';

export type Values = Record<string, number>;

export interface Unknown {
  id: string;
  low: number;
  high: number;
  scale: 'linear' | 'log';
  unit: 'share' | 'people' | 'probability' | 'days';
  /** The parameters that a value sets, on top of the others; null where the two cannot be together. */
  set: (values: Values, value: number) => Values | null;
  /** What the values come to. */
  of: (values: Values) => number;
}

function at(values: Values, name: string): number {
  const value = values[name];
  if (value === undefined) throw new Error(`the model has no parameter ${name}`);
  return value;
}

function homes(values: Values, factor: number): number {
  const brokers = at(values, 'broker_households');
  const smugglers = factor * at(values, 'smuggler_households');
  const kin = factor * at(values, 'kin_abroad');
  const held = (role: string) => at(values, `phone_share.${role}`);
  return brokers * held('broker') + smugglers * held('smuggler') + (1 - brokers - smugglers) * kin * held('family');
}

/** Smugglers and families grow or shrink together; brokers, an unknown of their own, stay. */
function withHomes(values: Values, share: number): Values | null {
  const smugglers = at(values, 'smuggler_households');
  const kin = at(values, 'kin_abroad');
  let low = 0;
  let high = 0.9 / (smugglers + kin);
  if (homes(values, low) > share) return null;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (homes(values, middle) < share) low = middle;
    else high = middle;
  }
  return { smuggler_households: smugglers * low, kin_abroad: kin * low };
}

function single(
  id: string,
  name: string,
  range: [number, number],
  scale: Unknown['scale'],
  unit: Unknown['unit'],
): Unknown {
  return {
    id,
    low: range[0],
    high: range[1],
    scale,
    unit,
    set: (_, value) => ({ [name]: value }),
    of: (values) => at(values, name),
  };
}

/** In the order in which they are set: the phones of families and smugglers come after the brokers. */
export const unknowns: Unknown[] = [
  {
    id: 'brokers',
    low: 50,
    high: 1000,
    scale: 'log',
    unit: 'people',
    set: (values, count) => ({
      broker_households: (count * at(values, 'household_size')) / at(values, 'residents'),
    }),
    of: (values) => (at(values, 'broker_households') * at(values, 'residents')) / at(values, 'household_size'),
  },
  {
    id: 'homes',
    low: 0.005,
    high: 0.15,
    scale: 'log',
    unit: 'share',
    set: withHomes,
    of: (values) => homes(values, 1),
  },
  {
    id: 'belief',
    low: 0.1,
    high: 0.5,
    scale: 'linear',
    unit: 'share',
    set: (values, mean) => {
      const weight = at(values, 'belief_alpha') + at(values, 'belief_beta');
      return { belief_alpha: mean * weight, belief_beta: (1 - mean) * weight };
    },
    of: (values) =>
      at(values, 'belief_alpha') / (at(values, 'belief_alpha') + at(values, 'belief_beta')),
  },
  single('breach', 'promise_breach', [0, 0.6], 'linear', 'probability'),
  single('detection', 'detection', [0.001, 0.05], 'log', 'probability'),
];

export function unknownOf(id: string): Unknown {
  const found = unknowns.find((one) => one.id === id);
  if (!found) throw new Error(`there is no unknown ${id}`);
  return found;
}

type Scale = Pick<Unknown, 'low' | 'high' | 'scale'>;

/** Where a value stands in its range, 0 to 1. */
export function placeOf({ low, high, scale }: Scale, value: number): number {
  return scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

export function valueAt({ low, high, scale }: Scale, place: number): number {
  return scale === 'log' ? low * (high / low) ** place : low + place * (high - low);
}

export function nameOf(id: string): string {
  return texts.first.unknowns[id] ?? id;
}
