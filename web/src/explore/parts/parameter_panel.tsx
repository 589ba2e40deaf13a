// Every number of the model, by rule, the least known first.
import { useMemo, useState } from 'preact/hooks';
import { Disclosure } from '../../parts/disclosure';
import { texts } from '../../text/explore';
import { fixedOf, keptIn } from '../data/fixed';
import { withValue, type Setting } from '../data/setting';
import { grouped, widest } from '../data/unknowns';
import type { ModelDescription, Parameter, ScenarioDescription } from '../model/wire';
import { labelOf, ParameterRow } from './parameter_row';

const words = texts.parameters;

export interface ControlsProps {
  about: ModelDescription;
  /** As it was before anything was moved. */
  scenario: ScenarioDescription;
  setting: Setting;
  onChange: (setting: Setting) => void;
}

const leastKnown = 10;
const mostFound = 20;

function Rows({ about, scenario, setting, onChange, of }: ControlsProps & { of: Parameter[] }) {
  const fixed = useMemo(() => fixedOf(scenario.canonical), [scenario]);
  return (
    <>
      {of.map((parameter) => {
        const { name } = parameter;
        const base = scenario.values[name] ?? parameter.value;
        return (
          <ParameterRow
            parameter={parameter}
            sources={about.sources}
            base={base}
            value={setting.overrides[name] ?? base}
            kept={keptIn(fixed, name)}
            onValue={(value) => onChange(withValue(setting, name, value === base ? null : value))}
            key={name}
          />
        );
      })}
    </>
  );
}

function Found(props: ControlsProps & { wanted: string }) {
  const text = props.wanted.toLowerCase();
  const found = props.about.parameters.filter((one) =>
    `${one.name} ${labelOf(one)}`.toLowerCase().includes(text),
  );
  if (found.length === 0) return <p role="status">{words.none}</p>;
  return <Rows {...props} of={found.slice(0, mostFound)} />;
}

function countOf(all: number, changed: number): string {
  return changed > 0 ? words.changed({ all, changed }) : String(all);
}

export function ParameterPanel(props: ControlsProps) {
  const { about, setting } = props;
  const [wanted, setWanted] = useState('');
  const groups = useMemo(() => grouped(about.parameters), [about]);
  const first = useMemo(() => widest(about.parameters, leastKnown), [about]);
  const moved = (list: Parameter[]) => list.filter(({ name }) => name in setting.overrides).length;
  const summary = (title: string, list: Parameter[]) =>
    `${title} (${countOf(list.length, moved(list))})`;
  return (
    <div class="panel-part">
      <h3>{words.heading}</h3>
      <p class="aside">{words.intro}</p>
      <label class="find">
        {words.find}
        <input
          type="search"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </label>
      {wanted.trim() && <Found {...props} wanted={wanted.trim()} />}
      <h4>{words.widest}</h4>
      <Rows {...props} of={first} />
      {groups.map(({ group, parameters }) => (
        <Disclosure summary={summary(words.groups[group] ?? group, parameters)} key={group}>
          {() => <Rows {...props} of={parameters} />}
        </Disclosure>
      ))}
    </div>
  );
}
