// The runs behind the picture: played again whenever what is set changes, shown after the first four and
// then at every doubling. The newest setting wins; what was asked for before is dropped.
import { useEffect, useState } from 'preact/hooks';
import { Cancelled, type Runner } from './pool';
import { isProblems, type Problems, type Replicate, type ScenarioDescription, type Spec } from './wire';

export interface Snapshot {
  scenario: ScenarioDescription;
  spec: Spec;
  /** Of the luck with which its runs were played. */
  seed: string;
  runs: Replicate[];
}

export interface Playing {
  /** The last picture there is; it stays until a newer one has its first runs. */
  snapshot: Snapshot | null;
  problems: Problems | null;
  done: number;
}

const milestones = [4, 8, 16, 32];
export const fullRuns = 32;

/** How many runs without a gap are there, from the first. */
function complete(runs: (Replicate | undefined)[]): number {
  const gap = runs.findIndex((run) => !run);
  return gap < 0 ? runs.length : gap;
}

const nothing: Playing = { snapshot: null, problems: null, done: 0 };

interface Ask {
  runner: Runner;
  spec: Spec;
  seed: string;
}

/** Plays, and tells of every new state; returns how to stop. */
export function playRuns({ runner, spec, seed }: Ask, tell: (part: Partial<Playing>) => void) {
  const tag = {};
  let stopped = false;
  const runs: (Replicate | undefined)[] = new Array<undefined>(fullRuns).fill(undefined);
  let shown = 0;
  let done = 0;
  const fail = (error: Error) => {
    if (stopped || error instanceof Cancelled) return;
    runner.cancel(tag);
    stopped = true;
    const problem = { problem: error.message, line: 0, column: 0, text: error.message };
    tell({ problems: { errors: [problem] } });
  };
  const described = runner.run({ kind: 'load', spec }, tag, 'first');
  const show = (scenario: ScenarioDescription) => {
    const ready = milestones.filter((count) => count <= complete(runs)).pop() ?? 0;
    if (stopped || ready <= shown) return;
    shown = ready;
    tell({ snapshot: { scenario, spec, seed, runs: runs.slice(0, ready) as Replicate[] }, problems: null });
  };
  described.then((scenario) => {
    if (stopped || !isProblems(scenario)) return;
    runner.cancel(tag);
    stopped = true;
    tell({ problems: scenario });
  }, fail);
  for (let replicate = 1; replicate <= fullRuns; replicate += 1) {
    runner.run({ kind: 'replicate', spec, seed, replicate }, tag).then(async (run) => {
      if (stopped) return;
      runs[replicate - 1] = run;
      done += 1;
      tell({ done });
      const scenario = await described;
      if (!isProblems(scenario)) show(scenario);
    }, fail);
  }
  tell({ done: 0 });
  return () => {
    stopped = true;
    runner.cancel(tag);
  };
}

export function useRuns(runner: Runner | null, spec: Spec | null, seed: string): Playing {
  const [playing, setPlaying] = useState(nothing);
  const key = spec && `${spec.overrides}\n\n${spec.text}`;
  useEffect(() => {
    if (!runner || !spec) {
      setPlaying(nothing);
      return undefined;
    }
    return playRuns({ runner, spec, seed }, (part) => setPlaying((now) => ({ ...now, ...part })));
  }, [runner, key, seed]);
  return playing;
}
