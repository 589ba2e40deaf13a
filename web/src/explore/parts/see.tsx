// One run on its own: days on a scrubber, wards as squares, flows of the drive; and why.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dateOfDay, plainDate } from '../../data/days';
import { callingByDay } from '../../day/course';
import { isCalm, PlayButton, usePlaying } from '../../day/playing';
import { Scrubber } from '../../day/scrubber';
import { campaignOf, scenarioHere } from '../../story/campaign';
import { texts } from '../../text/explore';
import { Cancelled } from '../model/pool';
import type { Shown } from '../model/shown';
import type { Model } from '../model/use_model';
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

interface DaysProps {
  model: Model;
  shown: Shown;
  city: number;
  day: number;
  onDay: (day: number) => void;
}

/** The days of the run: played, dragged, or gone through by key. */
function Days({ model, shown, city, day, onDay }: DaysProps) {
  const { scenario } = shown.snapshot;
  const play = usePlaying(day, scenario.days - 1, 'fast', onDay);
  const calling = useMemo(() => callingByDay(shown.run, model.about.observables), [shown.run, model]);
  const date = plainDate(dateOfDay(scenario.start, day));
  const said = words.on({ date, day: String(day + 1), days: String(scenario.days) });
  return (
    <div class="scrubber">
      {!isCalm() && <PlayButton play={play} />}
      <Scrubber
        start={scenario.start}
        days={scenario.days}
        calling={calling}
        campaign={campaignOf(scenarioHere(scenario, city))}
        day={day}
        value={said}
        onDay={(next) => {
          play.stop();
          onDay(next);
        }}
        onToggle={isCalm() ? () => undefined : play.toggle}
      />
      <output>{said}</output>
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
            <Days model={model} shown={shown} city={city} day={today} onDay={setDay} />
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

