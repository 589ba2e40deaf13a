// The explorer: set, play, see, ask why.
import { useMemo, useState } from 'preact/hooks';
import { oneLine } from '../data/names';
import { texts as page } from '../text';
import { texts } from '../text/explore';
import { told } from '../text/program';
import type { ExplorerState } from './data/link';
import { fixedOf } from './data/fixed';
import { specOf, type Base, type Setting } from './data/setting';
import { useBase } from './model/use_description';
import { useDrawn } from './model/use_drawn';
import { useModel, type Model } from './model/use_model';
import { fullRuns, useRuns } from './model/use_runs';
import { isProblems, type Problems, type ScenarioDescription } from './model/wire';
import { CalendarPanel } from './parts/calendar_panel';
import { FixedPanel } from './parts/fixed_panel';
import { Figures } from './parts/figures';
import { NumbersTable } from './parts/numbers_table';
import { Pictures } from './parts/pictures';
import { ParameterPanel } from './parts/parameter_panel';
import { Progress } from './parts/progress';
import { RulesPanel } from './parts/rules_panel';
import { SeeAndWhy } from './parts/see';
import { Setup } from './parts/setup';
import { useExplorerState } from './use_explorer_state';

export interface ExplorerProps {
  base: Base;
  seed: string;
}

export function ProblemList({ problems }: { problems: Problems | null }) {
  return (
    <div role="alert">
      {problems && (
        <div class="wrong">
          <h4>{texts.problems}</h4>
          {problems.errors.map((error, index) => (
            <pre key={index}>
              <bdi>{error.text}</bdi>
            </pre>
          ))}
        </div>
      )}
    </div>
  );
}

interface BoardProps {
  model: Model;
  state: ExplorerState;
  scenario: ScenarioDescription;
  onState: (state: ExplorerState) => void;
}

/** Letters; a file may hold any number of them. */
const longestText = 200;

/** Everything that needs a scenario which the model could read. */
export function Board({ model, state, scenario, onState }: BoardProps) {
  const [which, setWhich] = useState<'a' | 'b'>('a');
  const [city, setCity] = useState(0);
  const pair = state.compare === 'pair';
  const fixed = useMemo(() => fixedOf(scenario.canonical), [scenario]);
  const specs = useMemo(() => {
    const spec = (setting: Setting) => specOf(state.base, scenario.canonical, setting, scenario.named);
    return { a: spec(state.a), b: pair ? spec(state.b) : null };
  }, [state, scenario, pair]);
  const a = useRuns(model.runner, specs.a, state.seed);
  const b = useRuns(model.runner, specs.b, state.seed);
  const played = a.done === fullRuns && (!pair || b.done === fullRuns);
  const drawnA = useDrawn(model.runner, played ? specs.a : null, state.seed);
  const drawnB = useDrawn(model.runner, played ? specs.b : null, state.seed);
  const shown = pair ? which : 'a';
  const playing = shown === 'a' ? a : b;
  const setting = state[shown];
  const change = (next: Setting) => onState({ ...state, [shown]: next });
  const current = playing.snapshot?.scenario ?? scenario;
  const both = { a: a.snapshot, b: pair ? b.snapshot : null };
  const spec = (shown === 'b' && specs.b) || specs.a;
  const describe = () => model.runner.run({ kind: 'load', spec }, {}, 'first');
  const controls = { about: model.about, scenario, setting, onChange: change };
  return (
    <div class="board">
      <h3 class="scenario-title">
        <bdi>{oneLine(told(scenario.title) || scenario.name, longestText)}</bdi>
      </h3>
      <p>
        <bdi>{oneLine(told(scenario.question), 3 * longestText)}</bdi>
      </p>
      <Setup
        state={state}
        which={shown}
        city={city}
        current={current}
        snapshot={playing.snapshot}
        describe={describe}
        onState={onState}
        onWhich={setWhich}
        onCity={setCity}
      />
      <Pictures {...both} />
      <Progress a={a} b={pair ? b : null} />
      <ProblemList problems={playing.problems} />
      <FixedPanel fixed={fixed} parameters={model.about.parameters} />
      <div class="desk">
        <div class="controls-column" key={shown}>
          <ParameterPanel {...controls} />
          <RulesPanel {...controls} />
          <CalendarPanel {...controls} />
        </div>
        <div class="view-column">
          <Figures about={model.about} {...both} city={city} />
          <NumbersTable both={both} drawn={{ a: drawnA, b: pair ? drawnB : null }} />
        </div>
      </div>
      <SeeAndWhy
        model={model}
        snapshots={both}
        seed={state.seed}
        city={Math.max(0, city)}
        key={scenario.hash}
      />
    </div>
  );
}

function Desk({ model, base, seed }: ExplorerProps & { model: Model }) {
  const { state, change, open, badLink } = useExplorerState(base, seed);
  const scenario = useBase(model, state.base);
  return (
    <>
      {badLink && <p role="status">{texts.badLink}</p>}
      <ScenarioChoice model={model} base={state.base} onOpen={open} />
      {scenario && isProblems(scenario) && <ProblemList problems={scenario} />}
      {scenario && !isProblems(scenario) && (
        <Board model={model} state={state} scenario={scenario} onState={change} />
      )}
    </>
  );
}

const ownFile = '(own)';

interface ChoiceProps {
  model: Model;
  base: Base;
  onOpen: (base: Base) => void;
}

/** As people read it, and as the program takes it. */
function titleOf(name: string): string {
  const title = page.scenarioNames[name];
  return title ? texts.setup.named({ title, name }) : name;
}

export function ScenarioChoice({ model, base, onOpen }: ChoiceProps) {
  const words = texts.setup;
  const tooBig = new Set(model.about.too_big);
  const openFile = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) onOpen({ toml: await file.text(), file: file.name });
  };
  return (
    <div class="controls scenario-choice">
      <label>
        {words.scenario}
        <select
          value={'name' in base ? base.name : ownFile}
          onChange={(event) => onOpen({ name: event.currentTarget.value })}
        >
          {!('name' in base) && <option value={ownFile}>{words.own({ file: oneLine(base.file, 60) })}</option>}
          {model.about.scenarios.map((name) => (
            <option value={name} disabled={tooBig.has(name)} key={name}>
              {tooBig.has(name) ? words.tooBig({ name }) : titleOf(name)}
            </option>
          ))}
        </select>
      </label>
      <label class="file">
        {words.open}
        <input
          type="file"
          accept=".toml,text/plain"
          onChange={(event) => void openFile(event.currentTarget)}
        />
      </label>
    </div>
  );
}

/** `wanted`: whether the model starts by itself or waits for the reader. */
export function Explorer({ wanted, ...props }: ExplorerProps & { wanted: 'now' | 'later' }) {
  const [asked, setAsked] = useState(wanted);
  const model = useModel(asked);
  return (
    <div class="explorer">
      {asked === 'later' && (
        <p class="actions">
          <button type="button" onClick={() => setAsked('now')}>
            {texts.start}
          </button>
        </p>
      )}
      {asked === 'now' && !model && <p role="status">{texts.starting}</p>}
      {model && 'problem' in model && <p role="alert">{texts.failed({ problem: model.problem })}</p>}
      {model && 'runner' in model && <Desk model={model} {...props} />}
    </div>
  );
}
