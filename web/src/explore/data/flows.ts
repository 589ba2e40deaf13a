// What became of those who considered handing in, from the first day to the one shown.
import type { Observable } from '../model/wire';
import { columnsOf, course } from './curves';

export type FlowPart = 'considered' | 'kept' | 'decoy' | 'real' | 'refused';

export type Flows = Record<FlowPart | 'caught' | 'arrested', number>;

export function flowsUntil(
  city: Float64Array,
  observables: Observable[],
  day: number,
): Flows {
  const total = (...of: string[]) => {
    const columns = columnsOf({ of }, observables);
    return course([city], columns, observables.length, 'total')[day] ?? 0;
  };
  const considered = total('considered');
  const decoy = total('decoys_professional', 'decoys_family');
  const real = total('real_professional', 'real_family');
  const refused = total('decoys_refused');
  return {
    considered,
    decoy,
    real,
    refused,
    kept: considered - decoy - real - refused,
    caught: total('caught'),
    arrested: total('arrested'),
  };
}
