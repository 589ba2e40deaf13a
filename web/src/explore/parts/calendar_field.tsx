// One field of an entry of the calendar: a date, a number, a promise, or which number of the model; and what stays.
import { dateOfDay, isoDate } from '../../data/days';
import { oneLine } from '../../data/names';
import { texts } from '../../text/explore';
import { namesIn } from '../data/fixed';
import { schedulableGroups } from '../data/schedule';
import type { Parameter, ScenarioDescription } from '../model/wire';
import { labelOf } from './parameter_row';
import { TypedInput } from './typed_input';

const words = texts.calendar;
const days = new Set(['from', 'to', 'on']);
const drawn = new Set(['range', 'drawn_as', 'happened', 'happened_as']);

export interface FieldProps {
  field: string;
  value: string;
  label: string;
  scenario: ScenarioDescription;
  parameters: Parameter[];
  /** The number that an entry of a schedule changes. */
  changed: Parameter | undefined;
  /** Of the text that says more. */
  about: string | undefined;
  onValue: (value: string) => void;
}

function Forgiveness({ value, label, onValue }: FieldProps) {
  return (
    <select
      value={value}
      aria-label={label}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {Object.entries(words.forgiveness).map(([choice, text]) => (
        <option value={choice} key={choice}>
          {text}
        </option>
      ))}
    </select>
  );
}

function WhichNumber({ value, label, parameters, changed, onValue }: FieldProps) {
  return (
    <select
      value={value}
      aria-label={label}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {!changed && <option value={value}>{value}</option>}
      {schedulableGroups(parameters).map(({ group, parameters: some }) => (
        <optgroup label={texts.parameters.groups[group] ?? group} key={group}>
          {some.map((one) => (
            <option value={one.name} key={one.name}>
              {labelOf(one)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function Day({ value, label, scenario, onValue }: FieldProps) {
  return (
    <TypedInput
      type="date"
      min={scenario.start}
      max={isoDate(dateOfDay(scenario.start, scenario.days - 1))}
      value={value}
      aria-label={label}
      onTyped={onValue}
    />
  );
}

/** ".5" is a number to the browser and none to TOML. */
function Amount({ value, label, changed, about, onValue }: FieldProps) {
  return (
    <TypedInput
      type="number"
      step="any"
      min={changed?.limits[0] ?? undefined}
      max={changed?.limits[1] ?? undefined}
      value={value}
      aria-label={label}
      aria-describedby={about}
      onTyped={(text) => onValue(String(Number(text)))}
    />
  );
}

/** For which cities or wards an entry holds: said, and left as it is. */
function Places({ value }: FieldProps) {
  const names = namesIn(value).map((name) => oneLine(name, 60));
  return <span class="places">{names.join(', ')}</span>;
}

/** What is drawn of an entry and under which name: said, and left as it is. */
function Drawn({ value }: FieldProps) {
  return <span class="places">{oneLine(value.replace(/[[\]]/g, ''), 60)}</span>;
}

export function Field(props: FieldProps) {
  if (drawn.has(props.field)) return <Drawn {...props} />;
  if (props.field === 'factor') return <Amount {...props} changed={undefined} />;
  if (props.field === 'cities' || props.field === 'wards') return <Places {...props} />;
  if (props.field === 'forgiveness') return <Forgiveness {...props} />;
  if (props.field === 'parameter') return <WhichNumber {...props} />;
  if (days.has(props.field)) return <Day {...props} />;
  return <Amount {...props} />;
}
