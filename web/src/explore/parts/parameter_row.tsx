// One number of the model: slider, field, and who says so, on hover and on focus.
import { useId, useState } from 'preact/hooks';
import { oneLine } from '../../data/names';
import { plainNumber } from '../../data/numbers';
import { texts } from '../../text/explore';
import { labelText, whoseOf } from '../../text/ledger';
import { endsOf, isFixed, sliderPlace, sliderSteps, sliderValue } from '../data/unknowns';
import type { Parameter, Source } from '../model/wire';
import { TypedInput } from './typed_input';

const words = texts.parameters;

export interface ParameterRowProps {
  parameter: Parameter;
  sources: Source[];
  /** In the scenario, and as set by hand. */
  base: number;
  value: number;
  /** Places in which it keeps a value of its own. */
  kept: string[];
  onValue: (value: number | null) => void;
}

function bare(value: number): string {
  return Math.abs(value) >= 1000 ? plainNumber(value) : String(Number(value.toPrecision(4)));
}

export function amount(value: number, unit: string): string {
  return unit === '1' ? bare(value) : `${bare(value)} ${unit}`;
}

export function rangeOf(parameter: Parameter): string {
  const { low, high } = endsOf(parameter);
  return `${bare(low)} \u2013 ${amount(high, parameter.unit)}`;
}

function About({ parameter, sources }: { parameter: Parameter; sources: Source[] }) {
  const { unit, grade, note, name, symbol, value } = parameter;
  const titles = parameter.sources.map((id) => {
    const source = sources.find((one) => one.id === id);
    return source ? `${source.title} (${source.publisher}, ${source.date})` : id;
  });
  const rows: [string, string][] = [
    [words.unit, unit === '1' ? words.noUnit : unit],
    [words.range, rangeOf(parameter)],
    [words.value, amount(value, unit)],
    [words.id, name === symbol ? name : words.idOf({ name, symbol })],
    [words.grade, words.grades[grade] ?? grade],
    [words.sources, titles.join('; ')],
  ];
  return (
    <>
      <p>{note}</p>
      <dl>
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function labelOf({ label, name }: Parameter): string {
  return labelText(label, whoseOf(name));
}

function NumberField({ props, label, about }: { props: ParameterRowProps; label: string; about: string }) {
  const { parameter, value, onValue } = props;
  const read = (text: string) => {
    const number = Number(text);
    if (Number.isFinite(number)) onValue(number);
  };
  return (
    <TypedInput
      type="number"
      step="any"
      min={parameter.limits[0] ?? undefined}
      max={parameter.limits[1] ?? undefined}
      value={value}
      aria-label={label}
      aria-describedby={about}
      onTyped={read}
    />
  );
}

export function ParameterRow(props: ParameterRowProps) {
  const { parameter, sources, base, value, kept, onValue } = props;
  const [shown, setShown] = useState<'hidden' | 'shown'>('hidden');
  const id = useId();
  const label = labelOf(parameter);
  const moved = value !== base;
  return (
    <div
      class={`parameter ${moved ? 'moved' : ''}`}
      data-parameter={parameter.name}
      onMouseEnter={() => setShown('shown')}
      onMouseLeave={() => setShown('hidden')}
      onFocusCapture={() => setShown('shown')}
      onBlurCapture={() => setShown('hidden')}
      onKeyDown={(event) => event.key === 'Escape' && setShown('hidden')}
    >
      <p class="name">
        {label}
        {moved && <strong aria-hidden="true"> {'\u2022'}</strong>}
      </p>
      <div class="inputs">
        <input
          type="range"
          min={0}
          max={sliderSteps}
          value={sliderPlace(parameter, value)}
          aria-label={words.slider({ label })}
          aria-valuetext={amount(value, parameter.unit)}
          aria-describedby={id}
          disabled={isFixed(parameter)}
          onInput={(event) => onValue(sliderValue(parameter, Number(event.currentTarget.value)))}
        />
        <NumberField props={props} label={label} about={id} />
        <span class="unit">{parameter.unit === '1' ? '' : parameter.unit}</span>
        {moved && (
          <button type="button" aria-label={words.reset({ label })} onClick={() => onValue(null)}>
            {words.resetShort}
          </button>
        )}
      </div>
      {kept.length > 0 && (
        <p class="aside kept">{texts.fixed.kept({ places: kept.map((place) => oneLine(place, 60)).join(', ') })}</p>
      )}
      <div class="about" id={id} role="tooltip" hidden={shown === 'hidden'}>
        {shown === 'shown' && <About parameter={parameter} sources={sources} />}
      </div>
    </div>
  );
}
