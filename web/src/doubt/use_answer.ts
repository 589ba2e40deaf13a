// The answer's plays: each with its own luck and its own values and rules, drawn from the belief as the program draws
// them. Told of while they come in, never two settings in one picture.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ScenarioDescription, SecondWeights, Spec } from '../explore/model/wire';
import { answerOf, residentsOf, signedOf, type Answer, type Gathered } from './answer';
import { headlinesOf, kindOf, valueOf } from './answer_kind';
import { settingKey, type Dots } from './dots';
import { playAnswer, type DrawnPlays, type DrawnQuestion, type Take } from './drawn_plays';
import { full } from './spread';
import { fixedIn, linesOf } from './unknown';

/** What is asked is the spec; the scenario says how its plays are read, and may be that of the setting before. */
export interface AnswerQuestion extends DrawnQuestion {
  scenario: ScenarioDescription;
  /** How plays count by the second reading of the reports. */
  second?: SecondWeights;
  /** Played already. */
  dots: Dots;
}

const nothing: Answer = {
  kind: 'gap',
  values: [],
  plays: [],
  doubt: { all: null, luck: null },
  second: null,
  failed: 0,
  without: 0,
  signed: null,
  state: 'nothing',
  before: null,
};

const tellEvery = 8;

/** Of how many plays a picture was last due: 1, 2, 4, 8, then at every eighth. Drawing one takes from what plays the next. */
function due(there: number): number {
  return there < tellEvery ? 2 ** Math.floor(Math.log2(there)) : tellEvery * Math.floor(there / tellEvery);
}

/** The setting in which nothing but luck is drawn: the scenario's values, with what is fixed. */
export function centralSpec({ spec, scenario, known }: Pick<AnswerQuestion, 'spec' | 'scenario' | 'known'>): Spec {
  const fixed = linesOf(fixedIn(scenario.values, known));
  return { ...spec, overrides: [spec.overrides, ...fixed].filter(Boolean).join('\n') };
}

const keyOf = (question: AnswerQuestion) => settingKey(question, kindOf(question.scenario), residentsOf(question.scenario));

function ask(question: AnswerQuestion, before: Answer['before'], tell: (answer: Answer) => void): DrawnPlays {
  const { scenario } = question;
  const kind = kindOf(scenario);
  const residents = residentsOf(scenario);
  const gathered: Gathered = { values: new Array<undefined>(full).fill(undefined), signed: [], headlines: [], whole: 0 };
  const ended = new Array<boolean>(full).fill(false);
  const { dots } = question;
  const key = keyOf(question);
  let there = 0; // plays from the first on
  let told = 0;
  const count = () => {
    while (there < full && gathered.values[there] !== undefined) there += 1;
  };
  for (let at = 0; at < full; at += 1) {
    const dot = dots.of(key, at);
    if (dot) [gathered.values[at], gathered.signed[at]] = [dot.value, dot.signed];
  }
  count();
  if (there > 0) tell(answerOf(kind, gathered, before, question.second));
  const take: Take = (at, headlines, whole) => {
    if (whole) gathered.headlines[at] = headlines;
    const signed = (gathered.signed[at] = signedOf(headlines));
    const value = (gathered.values[at] = headlines && valueOf(kind, headlines, residents));
    if (value !== null) dots.add(key, at, { value, signed });
    ended[at] = whole;
    count();
    while (ended[gathered.whole]) gathered.whole += 1;
    const now = due(there + gathered.whole);
    if (now === told) return;
    told = now;
    tell(answerOf(kind, gathered, before, question.second));
  };
  return playAnswer(question, take, { soon: headlinesOf(kind), isThere: (at) => dots.of(key, at) !== undefined });
}

/** The answer as it is now, for those that show it: they alone are drawn again for a dot. */
export interface Told {
  now: Answer;
  /** How often something else was asked. */
  asked: number;
  /** Returns how to stop. */
  hear: (listener: (answer: Answer) => void) => () => void;
}

class Telling implements Told {
  now = nothing;
  asked = 0;
  private readonly listeners = new Set<(answer: Answer) => void>();

  tell(answer: Answer): void {
    this.now = answer;
    for (const listener of this.listeners) listener(answer);
  }

  hear(listener: (answer: Answer) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Plays again whenever what is set changes; the answer before stays as an outline. `everything`: all that its plays measure. */
export function useAnswer(question: AnswerQuestion | null, everything: boolean): Told {
  const telling = useMemo(() => new Telling(), []);
  const last = useRef<Answer['before']>(null);
  const playing = useRef<DrawnPlays | null>(null);
  const key = question && keyOf(question);
  useEffect(() => {
    if (!question) return undefined;
    const before = last.current;
    telling.asked += 1;
    telling.tell({ ...nothing, kind: kindOf(question.scenario), before });
    const plays = ask(question, before, (next) => {
      if (next.doubt.all) last.current = next.doubt.all;
      telling.tell(next);
    });
    playing.current = plays;
    return plays.stop;
  }, [question?.runner, key]);
  useEffect(() => {
    if (everything) playing.current?.toTheirEnds();
  }, [everything, question?.runner, key]);
  return telling;
}

export function useTold(told: Told): Answer {
  const [answer, setAnswer] = useState(told.now);
  useLayoutEffect(() => {
    setAnswer(told.now);
    return told.hear(setAnswer);
  }, [told]);
  return answer;
}
