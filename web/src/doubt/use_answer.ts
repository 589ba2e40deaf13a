// The answer's plays: each with its own luck and its own values and rules, drawn from the belief as the program draws
// them. Told of while they come in, never two settings in one picture.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Cancelled, type Runner } from '../explore/model/pool';
import type { ScenarioDescription, Spec } from '../explore/model/wire';
import { answerOf, type Answer, type Gathered } from './answer';
import { kindOf, valueOf } from './answer_kind';
import { full } from './spread';
import { fixedIn, linesOf } from './unknown';

export interface AnswerQuestion {
  runner: Runner;
  scenario: ScenarioDescription;
  /** The scenario as set, before any values are drawn. */
  spec: Spec;
  seed: string;
  /** What the reader has fixed, by the id of the unknown. */
  known: Record<string, number>;
}

const nothing: Answer = {
  kind: 'gap',
  values: [],
  plays: [],
  doubt: { all: null, luck: null },
  failed: 0,
  signed: null,
  state: 'nothing',
  before: null,
};

export function residentsOf({ cities }: ScenarioDescription): number {
  return cities.reduce((sum, city) => sum + city.residents, 0);
}

const tellEvery = 8;

/** The setting in which nothing but luck is drawn: the scenario's values, with what is fixed. */
export function centralSpec({ spec, scenario, known }: Pick<AnswerQuestion, 'spec' | 'scenario' | 'known'>): Spec {
  const fixed = linesOf(fixedIn(scenario.values, known));
  return { ...spec, overrides: [spec.overrides, ...fixed].filter(Boolean).join('\n') };
}

function ask(question: AnswerQuestion, before: Answer['before'], tell: (answer: Answer) => void): () => void {
  const { runner, spec, seed, scenario, known } = question;
  const kind = kindOf(scenario);
  const residents = residentsOf(scenario);
  const tag = {};
  const gathered: Gathered = { values: new Array<undefined>(full).fill(undefined), signed: [], headlines: [] };
  let stopped = false;
  let come = 0;
  const take = (at: number, value: number | null) => {
    if (stopped) return;
    gathered.values[at] = value;
    come += 1;
    if (come <= tellEvery || come % tellEvery === 0 || come === full) tell(answerOf(kind, gathered, before));
  };
  const play = (at: number) =>
    runner.run({ kind: 'drawn', spec, seed, replicate: at + 1, known }, tag, 'idle').then(
      ({ headlines }) => {
        gathered.headlines[at] = headlines;
        gathered.signed.push(headlines.find(({ id }) => id === 'signed')?.value ?? null);
        take(at, valueOf(kind, headlines, residents));
      },
      (error: Error) => {
        if (error instanceof Cancelled) return;
        gathered.headlines[at] = null;
        take(at, null);
      },
    );
  for (let at = 0; at < full; at += 1) void play(at);
  return () => {
    stopped = true;
    runner.cancel(tag);
  };
}

/** Plays again whenever what is set changes; the answer before stays as an outline. */
export function useAnswer(question: AnswerQuestion | null): Answer {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const last = useRef<Answer['before']>(null);
  const key = question && JSON.stringify([question.spec, question.seed, question.known]);
  useEffect(() => {
    if (!question) return undefined;
    const before = last.current;
    setAnswer({ ...nothing, kind: kindOf(question.scenario), before });
    return ask(question, before, (next) => {
      if (next.doubt.all) last.current = { lo: next.doubt.all.lo, hi: next.doubt.all.hi };
      setAnswer(next);
    });
  }, [question?.runner, key]);
  return answer;
}
