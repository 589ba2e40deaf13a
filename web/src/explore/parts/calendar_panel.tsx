// The campaign: its dates, whether forgiveness is promised, and numbers that have another value for a time.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dateOfDay, isoDate } from '../../data/days';
import { texts } from '../../text/explore';
import { calendarOf, newEntry, type CalendarEntry } from '../data/canonical';
import { newSchedule, nextScheduled, usualValue } from '../data/schedule';
import { withEntries } from '../data/setting';
import type { EventKind } from '../model/wire';
import { Entry } from './calendar_entry';
import type { ControlsProps } from './parameter_panel';

const words = texts.calendar;

function labelOf(kind: string, kinds: EventKind[]): string {
  return texts.events[kind] ?? kinds.find(({ name }) => name === kind)?.label ?? kind;
}

function named(calendar: CalendarEntry[], kinds: EventKind[]): string[] {
  const counts = new Map<string, number>();
  return calendar.map(({ kind }) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return words.entry({ kind: labelOf(kind, kinds), number });
  });
}

/** A new entry begins a month after the start and lasts a month, as far as the run does. */
function added(kind: EventKind, calendar: CalendarEntry[], props: ControlsProps): CalendarEntry | null {
  const { about, scenario, setting } = props;
  const date = (day: number) => isoDate(dateOfDay(scenario.start, day));
  const first = Math.min(30, scenario.days - 1);
  const [from, to] = [date(first), date(Math.min(first + 30, scenario.days - 1))];
  if (kind.name !== 'schedule') return newEntry(kind, from, to);
  const next = nextScheduled(about.parameters, calendar);
  return next ? newSchedule(next.name, usualValue(next, scenario, setting), from, to) : null;
}

type Wanted = { entry: number; part: 'field' | 'remove' } | null;

/** Where the focus goes once an entry has come or gone: its field, the next one, or the first button to add. */
function useFocus() {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<Wanted>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { entry, part } = wanted.current;
    wanted.current = null;
    const entries = place.current?.querySelectorAll('.entry') ?? [];
    const one = entries[Math.min(entry, entries.length - 1)];
    const field = one?.querySelector<HTMLElement>(part === 'field' ? 'input, select' : 'button');
    (field ?? place.current?.querySelector<HTMLElement>('.actions button'))?.focus();
  });
  return { place, wanted };
}

export function CalendarPanel(props: ControlsProps) {
  const { about, scenario, setting, onChange } = props;
  const { place, wanted } = useFocus();
  const [said, setSaid] = useState('');
  const calendar = setting.calendar ?? calendarOf(scenario.canonical);
  const names = named(calendar, about.event_kinds);
  const replace = (at: number, entry: CalendarEntry | null) => {
    if (!entry) {
      wanted.current = { entry: at, part: 'remove' };
      setSaid(words.removed({ entry: names[at] ?? '' }));
    }
    const next = calendar.flatMap((one, index) => (index === at ? (entry ?? []) : one));
    onChange(withEntries(setting, next));
  };
  const add = (kind: EventKind) => {
    const entry = added(kind, calendar, props);
    if (!entry) return;
    wanted.current = { entry: calendar.length, part: 'field' };
    setSaid('');
    onChange(withEntries(setting, [...calendar, entry]));
  };
  return (
    <div class="panel-part" ref={place}>
      <h3>{words.heading}</h3>
      <p class="aside">{words.intro}</p>
      {calendar.map((entry, index) => (
        <Entry
          {...props}
          entry={entry}
          name={names[index] ?? entry.kind}
          onEntry={(next) => replace(index, next)}
          key={index}
        />
      ))}
      <p class="unseen" role="status">
        {said}
      </p>
      <p class="actions">
        {about.event_kinds.map((kind) => (
          <button type="button" onClick={() => add(kind)} key={kind.name}>
            {words.add({ kind: labelOf(kind.name, about.event_kinds) })}
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
