// Wards as squares in the order of their numbers: number, value, and a shade for the eye.
import { useMemo, useState } from 'preact/hooks';
import { quantity } from '../../data/numbers';
import { texts } from '../../text/explore';
import { columnsOf, curvesOf, type Curve } from '../data/curves';
import type { ModelDescription } from '../model/wire';
import type { Shown } from '../model/shown';

const words = texts.see;

export interface WardGridProps {
  about: ModelDescription;
  shown: Shown;
  day: number;
  ward: number | null;
  onWard: (ward: number) => void;
}

function valuesOf({ run }: Shown, columns: number[], width: number): Float64Array {
  const values = new Float64Array(run.days * run.wards);
  for (let i = 0; i < values.length; i += 1) {
    let sum = 0;
    for (const column of columns) sum += run.byWard[i * width + column] ?? 0;
    values[i] = sum;
  }
  return values;
}

/** Running totals become those of the days so far. */
function totals(values: Float64Array, wards: number): Float64Array {
  const sums = values.slice();
  for (let i = wards; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (sums[i - wards] ?? 0);
  return sums;
}

function useValues(shown: Shown, curve: Curve, about: ModelDescription) {
  return useMemo(() => {
    const columns = columnsOf(curve, about.observables);
    const daily = valuesOf(shown, columns, about.observables.length);
    const values = curve.time === 'total' ? totals(daily, shown.run.wards) : daily;
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return { values, low, high };
  }, [shown, curve, about]);
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 };

export function WardGrid({ about, shown, day, ward, onWard }: WardGridProps) {
  const curves = useMemo(() => curvesOf(about.observables), [about]);
  const [chosen, setChosen] = useState('calling');
  const curve = curves.find(({ id }) => id === chosen) ?? (curves[0] as Curve);
  const { values, low, high } = useValues(shown, curve, about);
  const { wards } = shown.run;
  const focused = ward ?? 0;
  const walk = (event: KeyboardEvent, from: number) => {
    const to = from + (steps[event.key] ?? 0);
    if (to === from || to < 0 || to >= wards) return;
    event.preventDefault();
    const holder = (event.currentTarget as HTMLElement).parentElement;
    holder?.querySelectorAll('button')[to]?.focus();
  };
  const cells = Array.from({ length: wards }, (_, index) => {
    const value = values[day * wards + index] ?? 0;
    const shade = high > low ? (value - low) / (high - low) : 0;
    const text = quantity(value, curve.unit);
    return (
      <button
        type="button"
        class="ward"
        style={{ '--shade': shade.toFixed(3) }}
        tabIndex={index === focused ? 0 : -1}
        aria-pressed={index === ward}
        aria-label={words.wardValue({ number: index + 1, value: text, name: curve.label })}
        title={words.wardValue({ number: index + 1, value: text, name: curve.label })}
        onClick={() => onWard(index)}
        onKeyDown={(event) => walk(event, index)}
        key={index}
      >
        <span class="number">{index + 1}</span>
        <span class="amount">{text}</span>
      </button>
    );
  });
  return (
    <div class="wards-part">
      <h4>{words.wards}</h4>
      <div class="controls">
        <label>
          {words.colour}
          <select value={curve.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {curves.map(({ id, label }) => (
              <option value={id} key={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="wards" role="group" aria-label={words.wards}>
        {cells}
      </div>
      <p class="aside">{words.legend({ low: quantity(low, curve.unit), high: quantity(high, curve.unit) })}</p>
    </div>
  );
}
