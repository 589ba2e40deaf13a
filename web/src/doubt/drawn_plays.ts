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

/** What an answer is made of. */
export interface Wanted {
  /** The headlines of a dot: a play is played as far as these need. */
  soon: string[];
  /** Whether the dot of a play is there already. */
  isThere?: (at: number) => boolean;
}

export interface DrawnPlays {
  stop: () => void;
  /** Every play to its end as well. */
  toTheirEnds: () => void;
}

class Playing {
  private readonly tag = {};
  private stopped = false;
  /** Played to their ends, or asked to be. */
  private readonly ended = new Set<number>();

  constructor(
    private readonly question: DrawnQuestion,
    private readonly take: Take,
  ) {}

  async play(at: number, order: Order, only?: string[]): Promise<void> {
    const { runner, spec, seed, known } = this.question;
    if (!only) this.ended.add(at);
    try {
      const { headlines, until } = await runner.run({ kind: 'drawn', spec, seed, replicate: at + 1, known, ...(only && { only }) }, this.tag, order);
      if (until === undefined) this.ended.add(at);
      if (!this.stopped) this.take(at, headlines, until === undefined);
    } catch (error) {
      this.ended.add(at);
      if (!this.stopped && !(error instanceof Cancelled)) this.take(at, null, true);
    }
  }

  /** Those of the first so many that nobody has asked for yet. */
  toEnds(count: number, order: Order): void {
    for (let at = 0; at < count && !this.stopped; at += 1)
      if (!this.ended.has(at)) void this.play(at, order);
  }

  readonly stop = (): void => {
    this.stopped = true;
    this.question.runner.cancel(this.tag);
  };
}

const everyPlay = Array.from({ length: full }, (_, at) => at);

/** All that a play measures, of every one, while nothing else waits. Returns how to stop. */
export function playWhole(question: DrawnQuestion, take: Take): () => void {
  const plays = new Playing(question, take);
  plays.toEnds(full, 'idle');
  return plays.stop;
}

/**
 * The plays of an answer, as far as it reads them: the first ones, until there is a range, before all but what is asked for by
 * itself; the others after a step of the control that was moved. Then the first ones to their ends: a worker keeps them for what is
 * moved next.
 */
export function playAnswer(question: DrawnQuestion, take: Take, { soon, isThere = () => false }: Wanted): DrawnPlays {
  const plays = new Playing(question, take);
  const asked = everyPlay.filter((at) => !isThere(at)).map((at) => plays.play(at, at < early ? 'answer' : 'rest', soon));
  void Promise.all(asked).then(() => plays.toEnds(early, 'idle'));
  return { stop: plays.stop, toTheirEnds: () => plays.toEnds(full, 'rest') };
}
