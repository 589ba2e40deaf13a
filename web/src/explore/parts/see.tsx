// One run on its own: days on a scrubber, wards as squares, flows of the drive; and why.
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../../text/explore';
import { Cancelled } from '../model/pool';
import type { Model } from '../model/use_model';
import type { Snapshot } from '../model/use_runs';
import type { WardRun } from '../model/wire';
import { DayScrubber } from './day_scrubber';
import { FlowFigure } from './flow_figure';
import type { Both } from './pictures';
import { WardGrid } from './ward_grid';
import { Why } from './why';

const words = texts.see;

export interface SeeProps {
  model: Model;
  snapshots: Both;
  seed: string;
  city: number;
}

export interface Shown {
  snapshot: Snapshot;
  replicate: number;
  run: WardRun;
}

interface Choice {
  which: 'a' | 'b';
  replicate: number;
}

/** The run with its wards, played again when what is set has changed and its picture is there. */
function useWardRun({ model, snapshots, seed, city }: SeeProps, choice: Choice | null) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState('');
  const snapshot = choice && snapshots[choice.which];
  const key = snapshot && `${snapshot.spec.overrides}\n\n${snapshot.spec.text}`;
  useEffect(() => {
    if (!choice || !snapshot) return undefined;
    const tag = {};
    let wanted = true;
    const { replicate } = choice;
    const job = { kind: 'wards', spec: snapshot.spec, seed, replicate, city } as const;
    model.runner.run(job, tag).then(
      (run) => wanted && setShown({ snapshot, replicate, run }),
      (error: Error) => !(error instanceof Cancelled) && setProblem(error.message),
    );
    return () => {
      wanted = false;
      model.runner.cancel(tag);
    };
  }, [model, key, seed, city, choice]);
  return { shown, problem };
}

interface ChoicesProps {
  choice: Choice;
  pair: boolean;
  onChoice: (choice: Choice) => void;
}

function Choices({ choice, pair, onChoice }: ChoicesProps) {
  const setRun = (text: string) => {
    const replicate = Math.round(Number(text));
    if (replicate >= 1 && replicate <= 1e6) onChoice({ ...choice, replicate });
  };
  return (
    <div class="controls">
      <label>
        {words.run}
        <input
          type="number"
          min={1}
          max={1e6}
          value={choice.replicate}
          onChange={(event) => setRun(event.currentTarget.value)}
        />
      </label>
      {pair && (
        <label>
          {words.setting}
          <select
            value={choice.which}
            onChange={(event) =>
              onChoice({ ...choice, which: event.currentTarget.value === 'b' ? 'b' : 'a' })
            }
          >
            <option value="a">{texts.setup.a}</option>
            <option value="b">{texts.setup.b}</option>
          </select>
        </label>
      )}
    </div>
  );
}

export function SeeAndWhy(props: SeeProps) {
  const { model, snapshots, seed, city } = props;
  const [choice, setChoice] = useState<Choice | null>(null);
  const [day, setDay] = useState(0);
  const [ward, setWard] = useState<number | null>(null);
  const { shown, problem } = useWardRun(props, choice);
  const last = (shown?.run.days ?? 1) - 1;
  const today = Math.min(day, last);
  return (
    <>
      <div class="see">
        <h3>{words.heading}</h3>
        <p>{words.intro}</p>
        {choice ? (
          <Choices choice={choice} pair={Boolean(snapshots.b)} onChoice={setChoice} />
        ) : (
          <p class="actions">
            <button
              type="button"
              disabled={!snapshots.a}
              onClick={() => setChoice({ which: 'a', replicate: 1 })}
            >
              {words.show}
            </button>
          </p>
        )}
        {problem && <p role="alert">{texts.failed({ problem })}</p>}
        {shown && (
          <>
            <DayScrubber scenario={shown.snapshot.scenario} day={today} onDay={setDay} />
            <div class="seen">
              <WardGrid about={model.about} shown={shown} day={today} ward={ward} onWard={setWard} />
              <FlowFigure about={model.about} shown={shown} day={today} />
            </div>
            <p class="aside">{words.hash({ hash: shown.run.hash })}</p>
          </>
        )}
      </div>
      {shown && <Why model={model} shown={shown} seed={seed} city={city} ward={ward} />}
    </>
  );
}

