// What happened to whom: the chronicle of a play, household by household.
import type { Chronicle } from '../explore/model/wire';

export interface Happening {
  day: number;
  event: string;
  outcome: string;
  /** Of the outcome drawn; -1 where nothing was drawn. */
  probability: number;
  /** Which adult of the household, from 0. */
  member: number;
}

export interface People {
  households: number;
  /** In the order of household numbers; those to whom nothing happened are not in it. */
  of: Map<number, Happening[]>;
  /** In the order of the play: for what is told of two households at once. */
  inOrder: (Happening & { household: number })[];
  wardOf: (household: number) => number;
}

const width = 6;

/** A review that changes nothing is no happening: what counts is that somebody stops, or calls again. */
function changes(all: People['inOrder']): People['inOrder'] {
  const state = new Map<string, string>();
  return all.filter(({ household, member, event, outcome }) => {
    const who = `${household} ${member}`;
    if (event === 'bought') state.set(who, 'calling');
    if (event !== 'reviewed') return true;
    const before = state.get(who) ?? 'calling';
    state.set(who, outcome);
    return before !== outcome;
  });
}

export function peopleOf(chronicle: Chronicle, events: { name: string }[]): People {
  const { entries, outcomes, wards, households } = chronicle;
  const written: People['inOrder'] = [];
  for (let at = 0; at + width <= entries.length; at += width) {
    const [household = 0, day = 0, event = 0, outcome = 0, probability = -1, member = 0] = entries.subarray(at, at + width);
    written.push({
      household,
      day,
      event: events[event]?.name ?? '',
      outcome: outcomes[outcome] ?? '',
      probability,
      member,
    });
  }
  const inOrder = changes(written);
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
