// One entry of the calendar: its fields, what is known of the number that it changes, and how to remove it.
import { useId } from 'preact/hooks';
import { texts } from '../../text/explore';
import type { CalendarEntry } from '../data/canonical';
import { usualValue } from '../data/schedule';
import { Field } from './calendar_field';
import type { ControlsProps } from './parameter_panel';
import { amount, rangeOf } from './parameter_row';

const words = texts.calendar;

export interface EntryProps extends ControlsProps {
  entry: CalendarEntry;
  name: string;
  onEntry: (entry: CalendarEntry | null) => void;
}

export function Entry({ entry, name, about, scenario, setting, onEntry }: EntryProps) {
  const id = useId();
  const { parameters } = about;
  const find = (wanted: string | undefined) => parameters.find((one) => one.name === wanted);
  const changed = find(entry.fields.parameter);
  const change = (field: string, value: string) => {
    const fields = { ...entry.fields, [field]: value };
    const other = field === 'parameter' ? find(value) : undefined;
    // A value in another unit says nothing: it begins where the number is outside the schedule.
    if (other) {
      for (const said of ['factor', 'range', 'drawn_as']) delete fields[said];
      fields.value = String(usualValue(other, scenario, setting));
    }
    onEntry({ ...entry, fields });
  };
  return (
    <fieldset class="entry" data-kind={entry.kind}>
      <legend>{name}</legend>
      {Object.entries(entry.fields).map(([field, value]) => {
        const term = words.fields[field] ?? field;
        return (
          <label key={field}>
            {term}
            <Field
              field={field}
              value={value}
              label={words.field({ field: term, entry: name })}
              scenario={scenario}
              parameters={parameters}
              changed={changed}
              about={changed && id}
              onValue={(next) => change(field, next)}
            />
          </label>
        );
      })}
      {changed && (
        <p class="aside" id={id}>
          {words.known({ range: rangeOf(changed), usual: amount(usualValue(changed, scenario, setting), changed.unit) })}
        </p>
      )}
      <button type="button" aria-label={words.remove({ entry: name })} onClick={() => onEntry(null)}>
        {words.removeShort}
      </button>
    </fieldset>
  );
}
