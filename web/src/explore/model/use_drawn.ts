// All that is not known, of everything that a play measures: plays with values and rules of their own, once those of
// luck alone are there, so that these stay quick.
import { useEffect, useState } from 'preact/hooks';
import { playWhole } from '../../doubt/drawn_plays';
import { early, full } from '../../doubt/spread';
import type { Runner } from './pool';
import type { HeadlineValue, Spec } from './wire';

export interface Drawn {
  /** In the order of plays from the first, null for those that failed; none below the fewest that give a range. */
  plays: (HeadlineValue[] | null)[];
  done: number;
}

const nothing: Drawn = { plays: [], done: 0 };
const tellEvery = 32;

/** `spec`: null until it is to be played. */
export function useDrawn(runner: Runner, spec: Spec | null, seed: string): Drawn {
  const [drawn, setDrawn] = useState(nothing);
  const key = spec && JSON.stringify(spec);
  useEffect(() => {
    setDrawn(nothing);
    if (!spec) return undefined;
    const come: (HeadlineValue[] | null | undefined)[] = new Array<undefined>(full).fill(undefined);
    let done = 0;
    return playWhole({ runner, spec, seed, known: {} }, (at, headlines) => {
      come[at] = headlines;
      done += 1;
      if (done % tellEvery !== 0 && done !== full) return;
      const gap = come.findIndex((one) => one === undefined);
      const there = (gap < 0 ? come : come.slice(0, gap)) as (HeadlineValue[] | null)[];
      setDrawn({ plays: there.length >= early ? there : [], done });
    });
  }, [runner, key, seed]);
  return drawn;
}
