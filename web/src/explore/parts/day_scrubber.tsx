// Days on a slider, with play and pause.
import { useEffect, useState } from 'preact/hooks';
import { dateOfDay, plainDate } from '../../data/days';
import { texts } from '../../text/explore';
import type { ScenarioDescription } from '../model/wire';

const words = texts.see;

export interface DayScrubberProps {
  scenario: ScenarioDescription;
  day: number;
  onDay: (day: number) => void;
}

/** Who asked for less motion gets a step a second. */
function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 120;
}

export function DayScrubber({ scenario, day, onDay }: DayScrubberProps) {
  const [state, setState] = useState<'playing' | 'paused'>('paused');
  const last = scenario.days - 1;
  useEffect(() => {
    if (state === 'paused') return undefined;
    if (day >= last) {
      setState('paused');
      return undefined;
    }
    const timer = setTimeout(() => onDay(day + 1), pace());
    return () => clearTimeout(timer);
  }, [state, day, last]);
  const toggle = () => {
    if (state === 'paused' && day >= last) onDay(0);
    setState(state === 'paused' ? 'playing' : 'paused');
  };
  const date = plainDate(dateOfDay(scenario.start, day));
  const said = words.on({ date, day: String(day + 1), days: String(scenario.days) });
  return (
    <div class="scrubber">
      <button type="button" onClick={toggle}>
        {state === 'playing' ? words.pause : words.play}
      </button>
      <input
        type="range"
        min={0}
        max={last}
        value={day}
        aria-label={words.day}
        aria-valuetext={said}
        onInput={(event) => {
          setState('paused');
          onDay(Number(event.currentTarget.value));
        }}
      />
      <output>{said}</output>
    </div>
  );
}
