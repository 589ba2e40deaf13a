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
const mostMembers = 256;

/** A review that changes nothing is no happening: what counts is that somebody stops, or calls again. */
function changes(all: People['inOrder']): People['inOrder'] {
  const state = new Map<number, string>();
  return all.filter(({ household, member, event, outcome }) => {
    if (event !== 'bought' && event !== 'reviewed') return true;
    const who = household * mostMembers + member;
    if (event === 'bought') {
      state.set(who, 'calling');
      return true;
    }
    const before = state.get(who) ?? 'calling';
    state.set(who, outcome);
    return before !== outcome;
  });
}

export function peopleOf(chronicle: Chronicle, events: { name: string }[]): People {
  const { entries, outcomes, wards, households } = chronicle;
  const written: People['inOrder'] = [];
  for (let at = 0; at + width <= entries.length; at += width) {
    written.push({
      household: entries[at] ?? 0,
      day: entries[at + 1] ?? 0,
      event: events[entries[at + 2] ?? 0]?.name ?? '',
      outcome: outcomes[entries[at + 3] ?? 0] ?? '',
      probability: entries[at + 4] ?? -1,
      member: entries[at + 5] ?? 0,
    });
  }
  const inOrder = changes(written);
  const some = new Map<number, Happening[]>();
  for (const one of inOrder) {
    const known = some.get(one.household);
    if (known) known.push(one);
    else some.set(one.household, [one]);
  }
  const of = new Map([...some].sort(([a], [b]) => a - b));
  return { households, of, inOrder, wardOf: (household) => wardOf(wards, household) };
}

function wardOf(first: number[], household: number): number {
  let ward = 0;
  while (ward + 1 < first.length && (first[ward + 1] ?? Infinity) <= household) ward += 1;
  return ward;
}
