// The day, seen: wards as circles, a scrubber over people calling, and what happens next.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dateOfDay, dayOfRun, fullDate } from '../data/days';
import { plainNumber } from '../data/numbers';
import type { Course } from '../day/course';
import { latticeOf } from '../day/lattice';
import { DayPicture, paletteOf } from '../day/picture';
import { isCalm, PlayButton, speeds, usePlaying, type Speed } from '../day/playing';
import { Scrubber } from '../day/scrubber';
import type { ScenarioDescription } from '../explore/model/wire';
import { useWidth } from '../parts/use_width';
import { campaignOf, nameOfCampaign, whichDayHere, windowAt } from '../story/campaign';
import { language, texts } from '../text';

const words = texts.first.day;

export interface DayPanelProps {
  course: Course | null;
  scenario: ScenarioDescription;
  day: number;
  beads: number[];
  ward: number | null;
  /** Of whom is followed; null while nobody is. */
  role: string | null;
  hasNext: boolean;
  hasEarlier: boolean;
  /** What is shown is of the setting before. */
  isOfBefore: boolean;
  /** Goes up with each entry or story that the reader picks: the days then stand still where it lies. */
  picked: number;
  onDay: (day: number) => void;
  onEarlier: () => void;
  onNext: () => void;
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
  const { holder, width } = useWidth(0);
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
      const motion = first.current || isCalm() ? 'steps' : 'moves';
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

export function DayPanel(props: DayPanelProps) {
  const { course, scenario, day, beads, ward } = props;
  const [speed, setSpeed] = useState<Speed>('once');
  const last = scenario.days - 1;
  const play = usePlaying(day, last, speed, props.onDay);
  useLayoutEffect(play.stop, [props.picked]);
  const calm = isCalm();
  const calling = useMemo(
    () => course && Array.from({ length: course.days }, (_, at) => course.city(at).calling),
    [course],
  );
  const date = dateOfDay(scenario.start, day);
  const city = course?.city(day);
  const transfers = course?.transfers(day) ?? [];
  const number = (value: number | undefined) => plainNumber(Math.round(value ?? 0));
  const isOath = scenario.events.some(({ kind }) => kind === 'oath_drive');
  const hasHandIn = scenario.events.some(({ kind }) => kind === 'hand_in_drive');
  const campaign = campaignOf(scenario);
  const on = fullDate(date);
  const { told } = words;
  const counts = [
    ...(hasHandIn ? [told.counted({ n: number(city?.counted) })] : []),
    ...(isOath ? [told.signed({ n: number(city?.signers) })] : []),
  ];
  const calls = told.calling({ n: number(city?.calling) });
  const name = words.picture({
    date: on,
    list: [
      calls,
      told.quiet({ n: number(city?.quiet) }),
      ...counts,
      told.officers({ n: number(city?.followed) }),
      told.money({ n: transfers.filter(({ broker }) => broker !== null).length }),
      told.lost({ n: transfers.filter(({ broker }) => broker === null).length }),
    ].join(', '),
  });
  const stop = (act: () => void) => () => {
    play.stop();
    act();
  };
  const spoken = { date: dayOfRun(scenario, day), list: [calls, ...counts].join(', ') };
  const window = campaign && windowAt(campaign.windows, day);
  const inside = window && day >= window.first && day <= window.last;
  return (
    <section class="day" aria-label={words.heading} lang={language()}>
      <div class="day-head">
        <h2>{on}</h2>
        <p>{props.isOfBefore ? words.ofBefore : whichDayHere(day, campaign, scenario)}</p>
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
                <b>{number(city?.counted)}</b> {Math.round(city?.counted ?? 0) === 1 ? words.countedOne : words.counted}
              </li>
            )}
            {isOath && (
              <li class="key-signed">
                <b>{number(city?.signers)}</b> {Math.round(city?.signers ?? 0) === 1 ? words.signedOne : words.signed}
              </li>
            )}
            <li class="key-officers">{words.officers}</li>
            <li class="key-money">{words.money}</li>
          </ul>
        </figcaption>
      </figure>
      <div class="time">
        {!calm && <PlayButton play={play} disabled={!course} />}
        <Scrubber
          start={scenario.start}
          days={scenario.days}
          calling={calling}
          campaign={campaign}
          day={day}
          beads={beads}
          value={
            inside
              ? words.value({ ...spoken, n: day - window.first + 1, what: nameOfCampaign(campaign) })
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
        {props.role === null ? words.captionAlone : words.caption({ ward: texts.story.ward[props.role] ?? texts.story.ward.resident ?? '' })}
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
