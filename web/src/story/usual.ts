// How usual a story is: counted over the whole play that it is from.
import { plainNumber } from '../data/numbers';
import { columnsOf, course } from '../explore/data/curves';
import type { Observable, WardRun } from '../explore/model/wire';
import { texts } from '../text';
import type { StoryKind } from './kinds';
import type { People } from './people';

const dead = ['decoys_professional', 'decoys_family'];
const real = ['real_professional', 'real_family'];
const calling = ['calling_residents', 'calling_families', 'calling_smugglers', 'calling_brokers'];

export interface Counted {
  n: number;
  all: number;
}

/** Over all days of the run. */
export function total(run: WardRun, observables: Observable[], of: string[]): number {
  const values = course([run.city], columnsOf({ of }, observables), observables.length, 'total');
  return values[values.length - 1] ?? 0;
}

function last(run: WardRun, observables: Observable[], of: string[]): number {
  const values = course([run.city], columnsOf({ of }, observables), observables.length, 'daily');
  return values[values.length - 1] ?? 0;
}

export function countUsual(kind: StoryKind, run: WardRun, observables: Observable[], people: People): Counted {
  const sum = (...of: string[]) => total(run, observables, of);
  switch (kind) {
    case 'dead':
      return { n: sum(...dead), all: sum(...dead, ...real) };
    case 'real':
      return { n: sum(...real), all: sum(...dead, ...real) };
    case 'lost':
      return { n: sum('transfers_unmet'), all: sum('transfers_asked') };
    case 'witness':
      return { n: sum('reports'), all: sum('noticed') };
    case 'arrested':
      return { n: sum('promises_broken'), all: sum(...dead, ...real) };
    case 'signed':
      return { n: people.inOrder.filter(({ event, day }) => event === 'signed_oath' && day >= 0).length, all: last(run, observables, calling) };
    case 'nothing':
      return { n: people.households - people.of.size, all: people.households };
  }
}

export function usualText(kind: StoryKind, counted: Counted): string {
  const { n, all } = counted;
  return texts.story.usuals[kind]({ n: plainNumber(n), all: plainNumber(all) });
}
