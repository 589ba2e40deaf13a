// The answer's plays: each with its own luck and its own values for what is not known; beside them plays in which
// nothing but luck differs. Told of while they come in, never two settings in one picture.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Cancelled, type Runner } from '../explore/model/pool';
import type { RivalRule, Spec } from '../explore/model/wire';
import { answerOf, type Answer, type Gathered } from './answer';
import { kindOf, valueOf } from './answer_kind';
import { centralOf, drawOf, type Known } from './draws';
import { early, full } from './spread';
import type { ScenarioDescription } from '../explore/model/wire';

export interface AnswerQuestion {
  runner: Runner;
  scenario: ScenarioDescription;
  /** The scenario as set, before any values are drawn. */
  spec: Spec;
  seed: string;
  known: Known;
  rivals: RivalRule[];
}

const nothing: Answer = {
  kind: 'gap',
  values: [],
  luck: [],
  doubt: { all: null, luck: null },
  failed: 0,
  signed: null,
  state: 'nothing',
  before: null,
};

const tellEvery = 8;

function lines({ overrides, rules }: { overrides: Record<string, number>; rules: Record<string, string> }): string[] {
  return [
    ...Object.entries(overrides).map(([name, value]) => `${name}=${value}`),
    ...Object.entries(rules).map(([name, choice]) => `rules.${name}=${choice}`),
  ];
}

function withLines(spec: Spec, more: string[]): Spec {
  return { text: spec.text, overrides: [spec.overrides, ...more].filter(Boolean).join('\n') };
}

/** The setting in which nothing but luck is drawn. */
export function centralSpec({ spec, scenario, known }: Pick<AnswerQuestion, 'spec' | 'scenario' | 'known'>): Spec {
  return withLines(spec, lines({ overrides: centralOf(scenario.values, known), rules: {} }));
}

/** The values of play `number`, as the model takes them. */
export function playSpec(question: Omit<AnswerQuestion, 'runner'>, number: number): Spec {
  const { spec, seed, scenario, rivals, known } = question;
  return withLines(spec, lines(drawOf(seed, number, scenario.values, rivals, known)));
}

function ask(question: AnswerQuestion, before: Answer['before'], tell: (answer: Answer) => void): () => void {
  const { runner, seed, scenario } = question;
  const kind = kindOf(scenario);
  const tag = {};
  const gathered: Gathered = {
    values: new Array<undefined>(full).fill(undefined),
    luck: new Array<undefined>(early).fill(undefined),
    signed: [],
  };
  let stopped = false;
  let come = 0;
  const take = (list: (number | null | undefined)[], at: number, value: number | null) => {
    if (stopped) return;
    list[at] = value;
    come += 1;
    if (come <= tellEvery || come % tellEvery === 0 || come === full + early)
      tell(answerOf(kind, gathered, before));
  };
  const play = (list: (number | null | undefined)[], at: number, spec: Spec) =>
    runner.run({ kind: 'replicate', spec, seed, replicate: at + 1 }, tag, 'idle').then(
      ({ headlines }) => {
        if (list === gathered.values)
          gathered.signed.push(headlines.find(({ id }) => id === 'signed')?.value ?? null);
        take(list, at, valueOf(kind, headlines));
      },
      (error: Error) => {
        if (!(error instanceof Cancelled)) take(list, at, null);
      },
    );
  const drawn = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) void play(gathered.values, at, playSpec(question, at + 1));
  };
  drawn(0, early);
  for (let at = 0; at < early; at += 1) void play(gathered.luck, at, centralSpec(question));
  drawn(early, full);
  return () => {
    stopped = true;
    runner.cancel(tag);
  };
}

/** Plays again whenever what is set changes; the answer before stays as an outline. */
export function useAnswer(question: AnswerQuestion | null): Answer {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const last = useRef<Answer['before']>(null);
  const key = question && JSON.stringify([question.spec, question.seed, question.known.values, question.known.rules]);
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
