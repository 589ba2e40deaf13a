// The day, seen: wards as circles, a scrubber over people calling, and what happens next.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dateOfDay, dayAndMonth, fullDate } from '../data/days';
import { plainNumber } from '../data/numbers';
import type { Course } from '../day/course';
import { latticeOf } from '../day/lattice';
import { DayPicture, paletteOf } from '../day/picture';
import type { ScenarioDescription } from '../explore/model/wire';
import type { Window } from '../story/kinds';
import { language, texts } from '../text';
import { Scrubber } from './scrubber';

const words = texts.first.day;

export interface DayPanelProps {
  course: Course | null;
  scenario: ScenarioDescription;
  window: Window;
  day: number;
  beads: number[];
  ward: number | null;
  role: string;
  hasNext: boolean;
  hasEarlier: boolean;
  onDay: (day: number) => void;
  onEarlier: () => void;
  onNext: () => void;
}

const speeds = { half: 1, once: 2, fast: 8 } as const;
type Speed = keyof typeof speeds;

function reduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function useWidth(): [preact.RefObject<HTMLDivElement>, number] {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const place = holder.current;
    if (!place) return undefined;
    const measure = () => setWidth(Math.floor(place.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return [holder, width];
}

interface CanvasProps {
  course: Course;
  day: number;
  ward: number | null;
  name: string;
}

/** As tall as the day's column has room for beside the story, or on a phone under its entry. */
function heightFor(width: number): number {
  return width >= 500 ? 385 : Math.min(200, width * 0.55);
}

function Canvas({ course, day, ward, name }: CanvasProps) {
  const [holder, width] = useWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const lattice = useMemo(
    () => (width > 0 ? latticeOf(course.wards, width, heightFor(width)) : null),
    [course.wards, width],
  );
  const picture = useMemo(() => (lattice ? new DayPicture(course, lattice) : null), [course, lattice]);
  const first = useRef(true);
  useEffect(() => {
    first.current = true;
  }, [picture]);
  useEffect(() => {
    const place = canvas.current;
    const context = place?.getContext('2d');
    if (!place || !context || !picture || !lattice) return undefined;
    const ratio = devicePixelRatio || 1;
    place.width = Math.round(width * ratio);
    place.height = Math.round(lattice.height * ratio);
    let frame = 0;
    let before = performance.now();
    const paint = (time: number) => {
      const motion = first.current || reduced() ? 'steps' : 'moves';
      first.current = false;
      const moving = picture.step(day, time - before, motion);
      before = time;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, lattice.height);
      picture.draw(context, paletteOf(place), ward);
      if (moving) frame = requestAnimationFrame(paint);
    };
    paint(before);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const again = () => paint(performance.now());
    dark.addEventListener('change', again);
    return () => {
      cancelAnimationFrame(frame);
      dark.removeEventListener('change', again);
    };
  }, [picture, lattice, day, ward, width]);
  return (
    <div ref={holder} class="wards-holder" style={{ minHeight: `${lattice?.height ?? heightFor(width || 360)}px` }}>
      <canvas ref={canvas} class="wards-picture" role="img" aria-label={name} style={{ width: '100%', height: lattice ? `${lattice.height}px` : undefined }} />
    </div>
  );
}

/** Days go by while it plays: a fractional clock, so that a slow frame loses no day. */
function usePlaying(day: number, last: number, speed: Speed, onDay: (day: number) => void) {
  const [playing, setPlaying] = useState(false);
  const now = useRef(day);
  now.current = day;
  useEffect(() => {
    if (!playing) return undefined;
    let frame = 0;
    let clock = now.current;
    let before = performance.now();
    const go = (time: number) => {
      clock += (speeds[speed] * (time - before)) / 1000;
      before = time;
      const next = Math.min(last, Math.floor(clock));
      if (next !== now.current) onDay(next);
      if (next >= last) setPlaying(false);
      else frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, last]);
  return { playing, toggle: () => setPlaying(!playing), stop: () => setPlaying(false) };
}

function whichDay(day: number, { first, last }: Window, days: number, hasDrive: boolean): string {
  if (!hasDrive) return words.ofRun({ n: day + 1, all: days });
  if (day < first) return words.before({ n: first - day });
  if (day > last) return words.after({ n: day - last });
  return words.ofDrive({ n: day - first + 1, all: last - first + 1 });
}

export function DayPanel(props: DayPanelProps) {
  const { course, scenario, window, day, beads, ward } = props;
  const [speed, setSpeed] = useState<Speed>('once');
  const last = scenario.days - 1;
  const play = usePlaying(day, last, speed, props.onDay);
  const calm = reduced();
  const date = dateOfDay(scenario.start, day);
  const city = course?.city(day);
  const transfers = course?.transfers(day) ?? [];
  const number = (value: number | undefined) => plainNumber(Math.round(value ?? 0));
  const isOath = scenario.events.some(({ kind }) => kind === 'oath_drive');
  const hasHandIn = scenario.events.some(({ kind }) => kind === 'hand_in_drive');
  const hasDrive = hasHandIn || isOath || scenario.events.some(({ kind }) => ['sweep', 'schedule'].includes(kind));
  const on = fullDate(date);
  const name = words.picture({
    date: on,
    calling: number(city?.calling),
    quiet: number(city?.quiet),
    counted: number(city?.counted),
    officers: number(city?.followed),
    money: transfers.filter(({ broker }) => broker !== null).length,
    lost: transfers.filter(({ broker }) => broker === null).length,
  });
  const stop = (act: () => void) => () => {
    play.stop();
    act();
  };
  const spoken = {
    date: dayAndMonth(date),
    calling: number(city?.calling),
    counted: number(city?.counted),
  };
  const inside = hasDrive && day >= window.first && day <= window.last;
  return (
    <section class="day" aria-label={words.heading} lang={language()}>
      <div class="day-head">
        <h2>{on}</h2>
        <p>{whichDay(day, window, scenario.days, hasDrive)}</p>
      </div>
      <figure class="wards-figure">
        {course ? <Canvas course={course} day={day} ward={ward} name={name} /> : <div class="wards-holder empty" />}
        <figcaption>
          <ul class="legend">
            <li class="key-calling">
              <b>{number(city?.calling)}</b> {words.calling}
            </li>
            <li class="key-quiet">
              <b>{number(city?.quiet)}</b> {words.quiet}
            </li>
            {hasHandIn && (
              <li class="key-counted">
                <b>{number(city?.counted)}</b> {words.counted}
              </li>
            )}
            {isOath && (
              <li class="key-signed">
                <b>{number(city?.signers)}</b> {words.signed}
              </li>
            )}
            <li class="key-officers">{words.officers}</li>
            <li class="key-money">{words.money}</li>
          </ul>
        </figcaption>
      </figure>
      <div class="time">
        {!calm && (
          <button type="button" class="play" aria-label={play.playing ? words.pause : words.play} aria-pressed={play.playing} disabled={!course} onClick={play.toggle}>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              {play.playing ? <path d="M5 3h4v14H5zM11 3h4v14h-4z" /> : <path d="M5 2l12 8l-12 8z" />}
            </svg>
          </button>
        )}
        <Scrubber
          course={course}
          scenario={scenario}
          window={hasDrive ? window : null}
          day={day}
          beads={beads}
          value={
            inside
              ? words.value({ ...spoken, n: day - window.first + 1 })
              : words.valueOutside(spoken)
          }
          onDay={(next) => stop(() => props.onDay(next))()}
          onToggle={calm ? () => undefined : play.toggle}
        />
      </div>
      <div class="steps">
        <button type="button" class="earlier" disabled={!props.hasEarlier} onClick={stop(props.onEarlier)}>
          {words.earlier}
        </button>
        <button type="button" class="next primary" disabled={!props.hasNext} onClick={stop(props.onNext)}>
          {words.next}
        </button>
      </div>
      <p class="day-note">
        {words.caption({ ward: texts.story.ward[props.role] ?? texts.story.ward.resident ?? '' })}
        {!calm && (
          <label class="speed">
            <span class="unseen">{words.speed}</span>
            <select value={speed} onChange={(event) => setSpeed(event.currentTarget.value as Speed)}>
              {(Object.keys(speeds) as Speed[]).map((one) => (
                <option value={one} key={one}>
                  {words[one]}
                </option>
              ))}
            </select>
          </label>
        )}
      </p>
    </section>
  );
}
