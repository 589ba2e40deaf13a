// Plays that each have luck, values and rival rules of their own, drawn as the program draws them, one by one.
import { Cancelled, type Runner } from '../explore/model/pool';
import type { HeadlineValue, Spec } from '../explore/model/wire';
import { full } from './spread';

export interface DrawnQuestion {
  runner: Runner;
  spec: Spec;
  seed: string;
  /** What the reader has fixed, by the id of the unknown. */
  known: Record<string, number>;
}

/** While nothing else waits; `take` gets what each play measured, null where it failed. Returns how to stop. */
export function playDrawn({ runner, spec, seed, known }: DrawnQuestion, take: (at: number, headlines: HeadlineValue[] | null) => void): () => void {
  const tag = {};
  let stopped = false;
  const play = (at: number) =>
    runner.run({ kind: 'drawn', spec, seed, replicate: at + 1, known }, tag, 'idle').then(
      ({ headlines }) => {
        if (!stopped) take(at, headlines);
      },
      (error: Error) => {
        if (!stopped && !(error instanceof Cancelled)) take(at, null);
      },
    );
  for (let at = 0; at < full; at += 1) void play(at);
  return () => {
    stopped = true;
    runner.cancel(tag);
  };
}
