// The answer's plays: each with its own luck and its own values and rules, drawn from the belief as the program draws
// them. Told of while they come in, never two settings in one picture.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScenarioDescription, Spec } from '../explore/model/wire';
import { answerOf, type Answer, type Gathered } from './answer';
import { headlinesOf, kindOf, valueOf } from './answer_kind';
import { playDrawn, type DrawnQuestion, type Take } from './drawn_plays';
import { full } from './spread';
import { fixedIn, linesOf } from './unknown';

/** The scenario, and it as set, before any values are drawn. */
export interface AnswerQuestion extends DrawnQuestion {
  scenario: ScenarioDescription;
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
  const { scenario } = question;
  const kind = kindOf(scenario);
  const residents = residentsOf(scenario);
  const gathered: Gathered = { values: new Array<undefined>(full).fill(undefined), signed: [], headlines: [], whole: 0 };
  const ended = new Array<boolean>(full).fill(false);
  let there = 0; // plays from the first on
  let told = 0;
  const take: Take = (at, headlines, whole) => {
    gathered.headlines[at] = headlines;
    gathered.signed[at] = headlines?.find(({ id }) => id === 'signed')?.value ?? null;
    gathered.values[at] = headlines && valueOf(kind, headlines, residents);
    ended[at] = whole;
    while (there < full && gathered.values[there] !== undefined) there += 1;
    while (ended[gathered.whole]) gathered.whole += 1;
    const now = there + gathered.whole;
    const passed = Math.floor(now / tellEvery) > Math.floor(told / tellEvery);
    if (now === told || (there > tellEvery && !passed && gathered.whole < full)) return;
    told = now;
    tell(answerOf(kind, gathered, before));
  };
  return playDrawn(question, take, headlinesOf(kind));
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
