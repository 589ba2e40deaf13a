// Played ahead of the reader: while nothing moves, the dots of the settings that a control is moved to next. Of a control
// that the reader is at always; of others where all days have to be played anew, as after a change of the city itself: the
// worker says where a kept past is gone on from instead, and that control is left alone until the reader comes to it. Bounded: who reads for an hour makes the processor work for seconds.
import type { Order, Runner } from '../explore/model/queue';
import type { ScenarioDescription } from '../explore/model/wire';
import { headlinesOf, kindOf, valueOf } from './answer_kind';
import { residentsOf, signedOf } from './answer';
import { settingKey, type Dots } from './dots';
import type { DrawnQuestion } from './drawn_plays';
import { early } from './spread';

/** A control, and the setting that it would be moved to. */
export interface Next {
  control: string;
  question: Pick<DrawnQuestion, 'spec' | 'seed' | 'known'>;
  order: Order;
  /** The plays of a first look, or those that make it a range. */
  part: 'dots' | 'range';
  /** Whether it is left alone where its draws share their past. */
  ifSlow: boolean;
}

export interface Ahead {
  runner: Runner;
  dots: Dots;
  scenario: ScenarioDescription;
  /** Controls whose draws share their past; what is learned is added. */
  quick: Set<string>;
}

/** So many dots tell where an answer has gone to. */
export const dotsAhead = 32;
/** Parts of a setting that are played after one change. */
export const mostAhead = 8;

/** False where nothing had to be played, or the control turns out to be quick. */
async function playOne({ runner, dots, scenario, quick }: Ahead, { control, question, order, part, ifSlow }: Next, tag: object): Promise<boolean> {
  const kind = kindOf(scenario);
  const residents = residentsOf(scenario);
  const key = settingKey(question, kind, residents);
  const [from, to] = part === 'dots' ? [0, dotsAhead] : [dotsAhead, early];
  const missing = Array.from({ length: to - from }, (_, i) => from + i).filter((at) => !dots.of(key, at));
  const play = async (at: number) => {
    const job = { kind: 'drawn' as const, ...question, replicate: at + 1, only: headlinesOf(kind), ahead: ifSlow ? ('if slow' as const) : ('always' as const) };
    const { headlines, days_played: days } = await runner.run(job, tag, order);
    if (days > 0) {
      dots.add(key, at, { value: valueOf(kind, headlines, residents), signed: signedOf(headlines) });
    } else if (!quick.has(control)) {
      quick.add(control);
      runner.cancel(tag);
    }
  };
  // What cannot be played, or is not wanted any more, is asked again when it is.
  await Promise.allSettled(missing.map(play));
  return missing.length > 0 && !(ifSlow && quick.has(control));
}

/** One part after another, at most so many; `nexts` in the order of how likely they are. Returns how to stop. */
export function playAhead(ahead: Ahead, nexts: Next[]): () => void {
  let stopped = false;
  let tag = {};
  const all = async () => {
    let played = 0;
    for (const next of nexts) {
      if (stopped || played === mostAhead) return;
      if (next.ifSlow && ahead.quick.has(next.control)) continue;
      tag = {};
      if (await playOne(ahead, next, tag)) played += 1;
    }
  };
  void all();
  return () => {
    stopped = true;
    ahead.runner.cancel(tag);
  };
}
