// The settings that the controls are moved to next, played while the reader looks: first a step on of the control that was
// moved last, or one either way of that come to last; after the whole answer what makes it a range, and a step back; then a step
// of the others, then two.
import { useEffect, useRef, useState } from 'preact/hooks';
import { playAhead, type Next } from '../doubt/ahead';
import type { Dots } from '../doubt/dots';
import { specOf, type Base } from '../explore/data/setting';
import type { Model } from '../explore/model/use_model';
import type { Spec } from '../explore/model/wire';
import { controlsOf, knownAfter, moveOf, type Change, type Move, type Stand } from './moves';

/** Where the reader is: the control come to or moved last, and whether it went down; null where it has only been come to. */
export interface Attention {
  control: string;
  down: boolean | null;
}

interface Reading extends Stand {
  seed: string;
  specOf: (stand: Pick<Stand, 'setting'>) => Spec;
}

/** The steps that a control can still go: in the reader's direction first, where that is not known away from its nearer end. */
function stepsOf({ min, max, value }: Move, by: number, down: boolean | null): number[] {
  const places = (down ?? value - min > max - value) ? [value - by, value + by] : [value + by, value - by];
  return places.filter((place) => min <= place && place <= max);
}

function after(change: Change, { setting, known }: Stand): Pick<Stand, 'setting' | 'known'> {
  if ('setting' in change) return { setting: change.setting, known };
  return { setting, known: knownAfter(known, change.unknown, change.value) };
}

export function nextsOf(reading: Reading, attention: Attention | null): Next[] {
  const moves = controlsOf(reading.scenario).flatMap((control) => moveOf(control, reading) ?? []);
  const here = moves.filter(({ id }) => id === attention?.control);
  const others = moves.filter(({ id }) => id !== attention?.control);
  const next = (move: Move, place: number): Next => {
    const { setting, known } = after(move.to(place), reading);
    return { control: move.id, order: 'idle', part: 'dots', ifSlow: true, question: { spec: reading.specOf({ setting }), seed: reading.seed, known } };
  };
  const stepOf = (by: number, some: Move[]) =>
    some.flatMap((move) => stepsOf(move, by, move.id === attention?.control ? attention.down : null).map((place) => next(move, place)));
  // The other plays of the answer on the screen come after one step, and before all else: where it came from is there still. Of
  // a control that was not moved yet nobody knows where it goes, and a step either way comes before them.
  const steps = stepOf(1, here).map((one): Next => ({ ...one, ifSlow: false }));
  const first = steps.slice(0, attention?.down === null ? 2 : 1);
  const back = steps.slice(first.length);
  const ahead = [...first.map((one) => ({ ...one, order: 'ahead' as const })), ...first.slice(0, 1).map((one) => ({ ...one, part: 'range' as const }))];
  return [...ahead, ...back, ...stepOf(1, others), ...stepOf(2, [...here, ...others])];
}

/** A reader who asks for less is given less. */
const asksForLess = () => matchMedia('(prefers-reduced-data: reduce)').matches;

/** Not while the page is out of sight. */
function useInSight(): boolean {
  const [inSight, setInSight] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setInSight(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return inSight;
}

/** Long enough that a drag or a held key is over. [ms] */
const stillFor = 250;

interface AheadProps extends Stand {
  model: Model;
  dots: Dots;
  base: Base;
  /** Of the scenario before anything was set. */
  canonical: string;
  named: string[] | undefined;
  seed: string;
  attention: Attention | null;
  /** False until there is an answer to look at. */
  begun: boolean;
}

export function useAhead({ model, dots, base, canonical, named, seed, attention, begun, ...stand }: AheadProps): void {
  const inSight = useInSight();
  const quick = useRef(new Set<string>()).current;
  useEffect(() => {
    if (!begun || !inSight || asksForLess()) return undefined;
    let stop = () => undefined as void;
    const start = () => {
      const reading = { ...stand, seed, specOf: ({ setting }: Pick<Stand, 'setting'>) => specOf(base, canonical, setting, named) };
      stop = playAhead({ runner: model.runner, dots, scenario: stand.scenario, quick }, nextsOf(reading, attention));
    };
    const timer = setTimeout(start, stillFor);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [model, base, seed, stand.scenario, stand.setting, stand.known, attention?.control, attention?.down, begun, inSight]);
}
