// Plays that each have luck, values and rival rules of their own, drawn as the program draws them, one by one.
import { Cancelled, type Order, type Runner } from '../explore/model/queue';
import type { HeadlineValue, Spec } from '../explore/model/wire';
import { early, full } from './spread';

export interface DrawnQuestion {
  runner: Runner;
  spec: Spec;
  seed: string;
  /** What the reader has fixed, by the id of the unknown. */
  known: Record<string, number>;
}

/** Of one play, null where it failed; `whole`: it was played to its end, and nothing more comes of it. */
export type Take = (at: number, headlines: HeadlineValue[] | null, whole: boolean) => void;

/**
 * While nothing else waits. The first ones, until there is a range, go before all but what is asked for by itself: with `soon`,
 * headlines, as far as these need, and to their ends afterwards: at once where the dot is there already. Returns how to stop.
 */
export function playDrawn({ runner, spec, seed, known }: DrawnQuestion, take: Take, soon?: string[], isThere?: (at: number) => boolean): () => void {
  const tag = {};
  let stopped = false;
  const play = (at: number, order: Order, only?: string[]): Promise<void> =>
    runner.run({ kind: 'drawn', spec, seed, replicate: at + 1, known, ...(only && { only }) }, tag, order).then(
      ({ headlines, until }) => {
        if (stopped) return;
        take(at, headlines, until === undefined);
        if (until !== undefined) void play(at, 'rest');
      },
      (error: Error) => {
        if (!stopped && !(error instanceof Cancelled)) take(at, null, true);
      },
    );
  for (let at = 0; at < full; at += 1) {
    if (soon && at < early) void (isThere?.(at) ? play(at, 'rest') : play(at, 'answer', soon));
    else void play(at, 'idle');
  }
  return () => {
    stopped = true;
    runner.cancel(tag);
  };
}
