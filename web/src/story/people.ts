// What happened to whom: the chronicle of a play, household by household.
import type { Chronicle } from '../explore/model/wire';

export interface Happening {
  day: number;
  event: string;
  outcome: string;
  /** Of the outcome drawn; -1 where nothing was drawn. */
  probability: number;
}

export interface People {
  households: number;
  /** In the order of household numbers; those to whom nothing happened are not in it. */
  of: Map<number, Happening[]>;
  /** In the order of the play: for what is told of two households at once. */
  inOrder: (Happening & { household: number })[];
  wardOf: (household: number) => number;
}

const width = 5;

export function peopleOf(chronicle: Chronicle, events: { name: string }[]): People {
  const { entries, outcomes, wards, households } = chronicle;
  const inOrder: People['inOrder'] = [];
  for (let at = 0; at + width <= entries.length; at += width) {
    const [household = 0, day = 0, event = 0, outcome = 0, probability = -1] = entries.subarray(at, at + width);
    inOrder.push({
      household,
      day,
      event: events[event]?.name ?? '',
      outcome: outcomes[outcome] ?? '',
      probability,
    });
  }
  const numbers = [...new Set(inOrder.map(({ household }) => household))].sort((a, b) => a - b);
  const of = new Map(numbers.map((household) => [household, [] as Happening[]]));
  for (const one of inOrder) of.get(one.household)?.push(one);
  return { households, of, inOrder, wardOf: (household) => wardOf(wards, household) };
}

function wardOf(first: number[], household: number): number {
  let ward = 0;
  while (ward + 1 < first.length && (first[ward + 1] ?? Infinity) <= household) ward += 1;
  return ward;
}
