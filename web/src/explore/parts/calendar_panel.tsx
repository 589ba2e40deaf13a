// The campaign: its dates and whether forgiveness is promised.
import { dateOfDay, isoDate } from '../../data/days';
import { texts } from '../../text/explore';
import { calendarOf, listKinds, newEntry, type CalendarEntry, type ListKind } from '../data/canonical';
import { withEntries } from '../data/setting';
import type { ScenarioDescription } from '../model/wire';
import type { ControlsProps } from './parameter_panel';

const words = texts.calendar;

interface FieldProps {
  field: string;
  value: string;
  label: string;
  scenario: ScenarioDescription;
  onValue: (value: string) => void;
}

function Field({ field, value, label, scenario, onValue }: FieldProps) {
  if (field === 'forgiveness') {
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
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return (
    <input
      type={isDate ? 'date' : 'number'}
      step={isDate ? undefined : 'any'}
      min={isDate ? scenario.start : undefined}
      max={isDate ? isoDate(dateOfDay(scenario.start, scenario.days - 1)) : undefined}
      value={value}
      aria-label={label}
      onChange={(event) => event.currentTarget.value && onValue(event.currentTarget.value)}
    />
  );
}

interface EntryProps {
  entry: CalendarEntry;
  name: string;
  scenario: ScenarioDescription;
  onEntry: (entry: CalendarEntry | null) => void;
}

function Entry({ entry, name, scenario, onEntry }: EntryProps) {
  return (
    <fieldset class="entry">
      <legend>{name}</legend>
      {Object.entries(entry.fields).map(([field, value]) => {
        const term = words.fields[field] ?? field;
        return (
          <label key={field}>
            {term}
            <Field
              field={field}
              value={value}
              label={words.field(term, name)}
              scenario={scenario}
              onValue={(next) => onEntry({ ...entry, fields: { ...entry.fields, [field]: next } })}
            />
          </label>
        );
      })}
      <button type="button" aria-label={words.remove(name)} onClick={() => onEntry(null)}>
        {words.removeShort}
      </button>
    </fieldset>
  );
}

function named(calendar: CalendarEntry[]): string[] {
  const counts = new Map<ListKind, number>();
  return calendar.map(({ kind }) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return words.entry(texts.events[kind] ?? kind, number);
  });
}

export function CalendarPanel(props: ControlsProps & { current: ScenarioDescription }) {
  const { scenario, setting, onChange } = props;
  const calendar = setting.calendar ?? calendarOf(scenario.canonical);
  const names = named(calendar);
  const replace = (at: number, entry: CalendarEntry | null) => {
    const next = calendar.flatMap((one, index) => (index === at ? (entry ?? []) : one));
    onChange(withEntries(setting, next));
  };
  const add = (kind: ListKind) => {
    const date = (day: number) => isoDate(dateOfDay(scenario.start, day));
    const first = Math.min(30, scenario.days - 1);
    const entry = newEntry(kind, date(first), date(Math.min(first + 30, scenario.days - 1)));
    onChange(withEntries(setting, [...calendar, entry]));
  };
  return (
    <div class="panel-part">
      <h3>{words.heading}</h3>
      <p class="aside">{words.intro}</p>
      {calendar.map((entry, index) => (
        <Entry
          entry={entry}
          name={names[index] ?? entry.kind}
          scenario={scenario}
          onEntry={(next) => replace(index, next)}
          key={index}
        />
      ))}
      <p class="actions">
        {listKinds.map((kind) => (
          <button type="button" onClick={() => add(kind)} key={kind}>
            {words.add(texts.events[kind] ?? kind)}
          </button>
        ))}
        <button
          type="button"
          disabled={!setting.calendar}
          onClick={() => onChange(withEntries(setting, null))}
        >
          {words.reset}
        </button>
      </p>
    </div>
  );
}
