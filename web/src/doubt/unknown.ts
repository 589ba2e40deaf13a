// What nobody knows and the first screen lets a reader set: a range, and which parameters of a play a value sets, on
// top of what is drawn for that play. The ranges are those that the program tries (tumen check --unknowns).

export type Values = Record<string, number>;

export interface Unknown {
  id: string;
  low: number;
  high: number;
  scale: 'linear' | 'log';
  unit: 'share' | 'people' | 'probability' | 'days';
  /** The parameters that a value sets in a play of these values. */
  set: (values: Values, value: number) => Values;
  /** What the values come to. */
  of: (values: Values) => number;
}

function at(values: Values, name: string): number {
  const value = values[name];
  if (value === undefined) throw new Error(`the model has no parameter ${name}`);
  return value;
}

/** Phones of a home of brokers, smugglers and families, for so many of the latter two. */
function phonesByRole(values: Values, factor: number): number {
  const brokers = at(values, 'broker_households');
  const smugglers = factor * at(values, 'smuggler_households');
  const kin = factor * at(values, 'kin_abroad');
  const held = (role: string) => at(values, `phone_share.${role}`);
  return brokers * held('broker') + smugglers * held('smuggler') + (1 - brokers - smugglers) * kin * held('family');
}

/** Adults of a home who have neither role nor kin abroad. */
function others(values: Values): number {
  return at(values, 'household_adults') - at(values, 'kin_abroad') - at(values, 'smuggler_households') - at(values, 'broker_households');
}

function homes(values: Values): number {
  return phonesByRole(values, 1) + at(values, 'phone_share.resident') * others(values);
}

/**
 * Smugglers, families and residents with phones grow or shrink together, residents keep their share of all phones;
 * brokers, an unknown of their own, stay unless they alone hold more.
 */
function withHomes(values: Values, share: number): Values {
  const ofResidents = (at(values, 'phone_share.resident') * others(values)) / homes(values);
  const ofRoles = share * (1 - ofResidents);
  const smugglers = at(values, 'smuggler_households');
  const kin = at(values, 'kin_abroad');
  const set: Values = {};
  if (phonesByRole(values, 0) > ofRoles) set.broker_households = ofRoles / at(values, 'phone_share.broker');
  const now = { ...values, ...set };
  let low = 0;
  let high = 0.9 / (smugglers + kin);
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (phonesByRole(now, middle) < ofRoles) low = middle;
    else high = middle;
  }
  Object.assign(set, { smuggler_households: smugglers * low, kin_abroad: kin * low });
  return { ...set, 'phone_share.resident': Math.min(1, (share * ofResidents) / others({ ...values, ...set })) };
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
  { id: 'homes', low: 0.005, high: 0.15, scale: 'log', unit: 'share', set: withHomes, of: homes },
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

/** The parameters of a play that setting any of them reads. */
export const readByUnknowns = [
  'residents',
  'household_size',
  'household_adults',
  'broker_households',
  'smuggler_households',
  'kin_abroad',
  'phone_share.resident',
  'phone_share.family',
  'phone_share.smuggler',
  'phone_share.broker',
  'belief_alpha',
  'belief_beta',
];

export function unknownOf(id: string): Unknown {
  const found = unknowns.find((one) => one.id === id);
  if (!found) throw new Error(`there is no unknown ${id}`);
  return found;
}

/** What the values that a reader has fixed set in a play of `values`, each on top of those before it. */
export function fixedIn(values: Values, known: Record<string, number>): Values {
  const now = { ...values };
  const set: Values = {};
  for (const unknown of unknowns) {
    const fixed = known[unknown.id];
    if (fixed === undefined) continue;
    const more = unknown.set(now, fixed);
    Object.assign(now, more);
    Object.assign(set, more);
  }
  return set;
}

export function linesOf(values: Values): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

type Scale = Pick<Unknown, 'low' | 'high' | 'scale'>;

/** Where a value stands in its range, 0 to 1. */
export function placeOf({ low, high, scale }: Scale, value: number): number {
  return scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** Steps of a control over a range. */
export const steps = 100;

/** The value of a step: three digits, since two would round a step away, and a key would move nothing. */
export function valueOfStep(scale: Scale, step: number): number {
  return Number(valueAt(scale, step / steps).toPrecision(3));
}

export function valueAt({ low, high, scale }: Scale, place: number): number {
  return scale === 'log' ? low * (high / low) ** place : low + place * (high - low);
}
