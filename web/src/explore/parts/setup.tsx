// Seed, city, the second setting, and how to take the state away: a link or a scenario file.
import { useState } from 'preact/hooks';
import { saveFile } from '../../figures/save';
import { fileName } from '../../data/names';
import { texts } from '../../text/explore';
import { cityText } from '../../text/city';
import { allCities } from '../data/curves';
import type { ExplorerState } from '../data/link';
import { isUntouched, untouched } from '../data/setting';
import type { Snapshot } from '../model/use_runs';
import { isProblems, type Problems, type ScenarioDescription } from '../model/wire';
import { TypedInput } from './typed_input';

const words = texts.setup;

export interface SetupProps {
  state: ExplorerState;
  which: 'a' | 'b';
  city: number;
  current: ScenarioDescription;
  /** The picture that is shown: nothing before the first. */
  snapshot: Snapshot | null;
  /** What the model makes of the setting as it is now; the picture may still be that of another. */
  describe: () => Promise<ScenarioDescription | Problems>;
  onState: (state: ExplorerState) => void;
  onWhich: (which: 'a' | 'b') => void;
  onCity: (city: number) => void;
}

function Which({ which, onWhich }: Pick<SetupProps, 'which' | 'onWhich'>) {
  return (
    <fieldset class="which">
      <legend>{words.which}</legend>
      {(['a', 'b'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="which"
            checked={which === one}
            onChange={() => onWhich(one)}
          />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}

function CityChoice({ current, city, onCity }: Pick<SetupProps, 'current' | 'city' | 'onCity'>) {
  if (current.cities.length < 2) return null;
  return (
    <label>
      {words.city}
      <select value={city} onChange={(event) => onCity(Number(event.currentTarget.value))}>
        {current.cities.map(({ name, label }, index) => (
          <option value={index} key={name}>
            {cityText(label || name)}
          </option>
        ))}
        <option value={allCities}>{words.allCities}</option>
      </select>
    </label>
  );
}

function Take({ current, snapshot, which, state, describe }: SetupProps) {
  const pair = state.compare === 'pair';
  const [said, setSaid] = useState('');
  const first = snapshot?.runs[0];
  const copy = () => {
    const written = navigator.clipboard?.writeText(location.href);
    if (!written) setSaid(words.inAddress);
    else written.then(() => setSaid(words.copied), () => setSaid(words.inAddress));
  };
  const saveScenario = (now: ScenarioDescription | Problems) => {
    setSaid(isProblems(now) ? words.notSaved : '');
    if (isProblems(now)) return;
    saveFile(fileName([now.name, pair ? which : ''], 'toml'), 'text/plain', now.canonical);
  };
  const save = () => void describe().then(saveScenario, (error: Error) => setSaid(error.message));
  return (
    <>
      <p class="actions">
        <button type="button" onClick={save}>
          {words.save({ name: which.toUpperCase() })}
        </button>
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </p>
      <p class="aside">
        {words.hash({ hash: current.hash })} {snapshot && first && words.runHash({ seed: snapshot.seed, hash: first.hash })}{' '}
        {current.beyond_evidence.length > 0 && words.beyond({ names: current.beyond_evidence.join(', ') })}
      </p>
    </>
  );
}

export function Setup(props: SetupProps) {
  const { state, which, city, current, onState, onWhich, onCity } = props;
  const pair = state.compare === 'pair';
  const setCompare = (compare: ExplorerState['compare']) => {
    // B begins as A, so that the first thing moved is the difference.
    const b = compare === 'pair' && isUntouched(state.b) ? state.a : state.b;
    onState({ ...state, compare, b });
    onWhich(compare === 'pair' ? 'b' : 'a');
  };
  const setSeed = (text: string) => {
    if (/^\d{1,19}$/.test(text)) onState({ ...state, seed: text });
  };
  return (
    <div class="setup">
      <div class="controls">
        <CityChoice current={current} city={city} onCity={onCity} />
        <label>
          {words.seed}
          <TypedInput
            class="seed"
            type="text"
            inputMode="numeric"
            value={state.seed}
            onTyped={setSeed}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={pair}
            onChange={(event) => setCompare(event.currentTarget.checked ? 'pair' : 'alone')}
          />
          {words.compare}
        </label>
        {pair && <Which which={which} onWhich={onWhich} />}
        <button
          type="button"
          disabled={isUntouched(state[which])}
          onClick={() => onState({ ...state, [which]: untouched })}
        >
          {words.reset}
        </button>
        {pair && (
          <button type="button" onClick={() => onState({ ...state, b: state.a })}>
            {words.copyAToB}
          </button>
        )}
      </div>
      <Take {...props} />
    </div>
  );
}
