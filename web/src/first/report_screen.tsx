// The first screen of a run's report: the range in a sentence, how the doubt is made, three rows, and where to go.
import { useMemo } from 'preact/hooks';
import { doubtOf, spreadFrom } from '../data/first';
import { isBeforeHeard } from '../data/asked';
import type { FirstRow, FirstScreen, SecondTold } from '../data/first_screen';
import { ofHundred } from '../data/hundred';
import { oneLine } from '../data/names';
import { plainNumber } from '../data/numbers';
import type { Report } from '../data/types';
import type { Value } from '../data/value';
import { rangeText, whole } from '../doubt/range_text';
import { early, full } from '../doubt/spread';
import { axisLeast, axisMost, axisTicks, drawRange, type RangeBar } from '../doubt/range_bar';
import { Chart } from '../parts/chart';
import { hasModel } from '../explore/model/module';
import { WholeTitle } from '../sections/header';
import { Glossed } from '../parts/glossed';
import { DoubtAside, isUndecided, standingText } from './doubt_aside';
import { texts } from '../text';
import { told } from '../text/program';

const words = texts.reportFirst;
const titleLength = 200;
/** So few plays have no range, no bar and no number: each is a dot. */
export function isEarly({ plays }: { plays: number }): boolean {
  return plays < early;
}

export function titleOf({ scenario }: Pick<Report, 'scenario'>): string {
  return oneLine(told(scenario.title), titleLength);
}

/** Where values are drawn, ends of fewer plays are rounded to fives; luck alone is told as it is. */
function rangeOf(row: FirstRow, drawn: FirstScreen['drawn']): string {
  const { lo, hi, plays } = spreadFrom(row.spread);
  return rangeText(lo, hi, drawn === 'luck' ? full : plays);
}

/** The row that the sentence is about: the gap where there is one, else what changed. */
function headline(rows: FirstRow[]): FirstRow | undefined {
  return rows.find(({ row }) => row === 'gap') ?? rows.find(({ row }) => row === 'changed');
}

/** What stands in place of a range while there are too few plays for one. */
export function earlySentence(plays: number): string {
  return plays === 1 ? words.sentence.earlyOne : words.sentence.early({ n: plainNumber(plays) });
}

/** Where what is said holds: a report may be of several cities. */
export function whereOf(cities: readonly unknown[]): string {
  return cities.length > 1 ? words.sentence.hereMany : words.sentence.here;
}

export function sentenceOf({ rows, drawn }: FirstScreen, here: string): { text: string; range: string } {
  const main = headline(rows);
  if (!main) return { text: words.sentence.none({ here }), range: '' };
  if (isEarly(main.spread)) return { text: earlySentence(main.spread.plays), range: '' };
  const range = rangeOf(main, drawn);
  const said = words.sentence;
  if (main.row === 'gap')
    return { text: (rows[0]?.id === 'signed' ? said.oaths : said.phones)({ here, range }), range };
  return { text: (main.id === 'calling_level' ? said.level : said.stopped)({ here, range }), range };
}

/** The range is the strongest thing in the sentence. */
export function Strong({ text, range }: { text: string; range: string }) {
  const at = range ? text.indexOf(range) : -1;
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <strong>{range}</strong>
      {text.slice(at + range.length)}
    </>
  );
}

const oftenEnough = 0.05;

function overOf({ rows }: FirstScreen): number | null {
  return rows.find(({ row }) => row === 'gap')?.over ?? null;
}

/** Once 1 play in 20 or more is the other way round it is said in so many words. */
function isEitherWay(first: FirstScreen): boolean {
  const over = overOf(first);
  return over !== null && over >= oftenEnough && over <= 1 - oftenEnough;
}

function Over({ first }: { first: FirstScreen }) {
  const strong = first.rows[0]?.id === 'signed' ? words.doubt['moreStrong.signed'] : words.doubt['moreStrong.handed_in'];
  return (
    <>
      {words.doubt.more({ n: plainNumber(ofHundred(overOf(first))) })} <b>{strong}</b>
    </>
  );
}

/** What stands whatever is not known, where the range alone would leave the reader with nothing. */
function Standing({ first }: { first: FirstScreen }) {
  const stands = first.doubt?.stands?.[0];
  if (!stands || !isUndecided(first)) return null;
  return <p class="first-stands">{standingText(stands)}</p>;
}

function Split({ first }: { first: FirstScreen }) {
  const main = headline(first.rows);
  if (!main) return null;
  const { middle, hi, plays } = spreadFrom(main.spread);
  const said = words.split;
  if (isEarly(main.spread)) return <p class="split">{said.early({ all: plainNumber(early) })}</p>;
  const { luck } = doubtOf(main, first.drawn);
  const slots = { middle: whole(middle) };
  return (
    <p class="split">
      {first.drawn === 'luck' && (
        <>
          {said.luck(slots)} <b>{said.luckStrong}</b>
        </>
      )}
      {first.drawn === 'values' &&
        (luck ? (
          <>
            {(isEitherWay(first) ? said.allOver : said.all)({ ...slots, lo: whole(luck.lo), hi: whole(luck.hi) })}{' '}
            {isEitherWay(first) ? <Over first={first} /> : <b>{said.allStrong}</b>}
          </>
        ) : (
          <>
            {said.values({ ...slots, plays: plainNumber(plays) })} {isEitherWay(first) && <Over first={first} />}
          </>
        ))}{' '}
      {!Number.isFinite(hi) && said.noEnd}
    </p>
  );
}

/** The range by the second reading of the reports, or why there is none. */
export function secondText(second: SecondTold, range: (lo: number, hi: number) => string, one = whole): string {
  const said = words.split;
  const slots = { how: told(second.how), plays: plainNumber(second.plays), worth: plainNumber(Math.round(second.effective)) };
  if (second.refused) return said.secondRefused(slots);
  if (!second.told) return said.secondFew(slots);
  const end = (value: Value) => value ?? Infinity;
  return said.second({ ...slots, range: range(end(second.low), end(second.high)), middle: one(end(second.middle)) });
}

function Second({ first }: { first: FirstScreen }) {
  const second = first.doubt?.second;
  if (!second) return null;
  return <p class="first-limits second">{secondText(second, (lo, hi) => rangeText(lo, hi, first.rows[0]?.spread.plays ?? full))}</p>;
}

const sides = { official: 'official', changed: 'changed', gap: 'gap', told: 'told', other: 'gap' } as const;

function subOf(row: FirstRow, rows: FirstRow[]): string {
  const id = row.row === 'gap' ? `gap.${rows[0]?.id ?? ''}` : row.id;
  return words.subs[id] ?? row.id;
}

interface Axis {
  least: number;
  most: number;
}

function barOf(row: FirstRow, first: FirstScreen, { least, most }: Axis, name: string): RangeBar {
  const spread = spreadFrom(row.spread);
  const doubt = isEarly(row.spread) ? { all: null, luck: null } : doubtOf(row, first.drawn);
  return {
    doubt,
    side: sides[row.row],
    least,
    most,
    ticks: axisTicks(least, most, [0, most / 2, most]),
    plays: spread.dots,
    ...(row.row === 'gap' && { yardstick: { at: 100, label: words.key.one, shape: 'line' as const } }),
    ...(row.yardstick !== undefined &&
      row.yardstick !== null && { yardstick: { at: row.yardstick, label: '', shape: 'diamond' as const } }),
    ...(row.row === 'gap' && doubt.all && doubt.luck && {
      luckLabel: words.luckLabel({ lo: whole(doubt.luck.lo), hi: whole(doubt.luck.hi) }),
    }),
    name,
  };
}

function Row({ row, first, axis }: { row: FirstRow; first: FirstScreen; axis: Axis }) {
  const sub = subOf(row, first.rows);
  const few = isEarly(row.spread);
  const range = few ? words.early : rangeOf(row, first.drawn);
  const middle = whole(spreadFrom(row.spread).middle);
  const title = words.rows[row.row];
  const name = few
    ? words.pictureEarly({ row: title, sub, n: plainNumber(row.spread.plays) })
    : words.picture({ row: title, sub, range, middle });
  const draw = useMemo(() => {
    const bar = barOf(row, first, axis, name);
    return (width: number) => drawRange(bar, width);
  }, [row, first, axis.least, axis.most, name]);
  return (
    <figure class={`first-row ${sides[row.row]}`} data-row={row.row} aria-label={title}>
      <figcaption>
        <h2>{title}</h2>
        <p>{sub}</p>
      </figcaption>
      <p class={few ? 'row-number early' : 'row-number'}>
        <strong>{range}</strong>
        {!few && <span>{words.middle({ n: middle })}</span>}
      </p>
      <Chart draw={draw} />
    </figure>
  );
}

/** Count and change share an axis, so that the gap is seen before it is read. */
function axes(rows: FirstRow[]): Axis[] {
  const ends = ({ spread }: FirstRow) => {
    const { dots, lo, hi } = spreadFrom(spread);
    return [...dots, lo, hi];
  };
  const axisOf = (values: number[]) => ({ least: axisLeast(values), most: axisMost(values) });
  const shared = axisOf(rows.filter(({ row }) => row === 'official' || row === 'changed').flatMap(ends));
  return rows.map((row) => {
    if (row.row === 'gap') return axisOf([...ends(row), 120]);
    return row.row === 'other' || row.row === 'told' ? axisOf(ends(row)) : shared;
  });
}

function Key({ first }: { first: FirstScreen }) {
  const hasDots = first.rows.some(({ spread }) => spread.dots.length > 0);
  if (isEarly(first)) return <ul class="first-key">{hasDots && <li class="key-dot">{words.key.play}</li>}</ul>;
  return (
    <ul class="first-key">
      {(first.drawn === 'luck' || first.rows.some(({ luck }) => luck)) && (
        <li class="key-luck">
          <span>
            <Glossed text={words.key.luck} />
          </span>
        </li>
      )}
      {first.drawn === 'values' && <li class="key-all">{words.key.all}</li>}
      {hasDots && <li class="key-dot">{words.key.dot}</li>}
    </ul>
  );
}

function Aside({ first }: { first: FirstScreen }) {
  return (
    <aside class="first-aside">
      {first.drawn === 'luck' && (
        <>
          <h2>{words.missing}</h2>
          <p>
            <Glossed text={words.missingText} />
          </p>
        </>
      )}
      <DoubtAside first={first} />
      {hasModel() && (
        <p class="two-ways">
          <a class="button primary" href="#explore">
            {words.change}
          </a>
          <a class="button" href="#explore">
            {words.follow}
          </a>
        </p>
      )}
    </aside>
  );
}

export function ReportScreen({ report, first }: { report: Report; first: FirstScreen }) {
  const { text, range } = sentenceOf(first, whereOf(report.cities));
  const axis = axes(first.rows);
  return (
    <div class="report-first">
      <h1 class="campaign">
        <bdi>{titleOf(report)}</bdi>
      </h1>
      <WholeTitle title={report.scenario.title} />
      <Standing first={first} />
      <p class="first-sentence">
        <Strong text={text} range={range} />
      </p>
      <Split first={first} />
      <div class="first-columns">
        <div class="first-rows">
          {first.rows.map((row, at) => (
            <Row row={row} first={first} axis={axis[at] ?? { least: 0, most: 1 }} key={row.row} />
          ))}
          <Key first={first} />
          <Second first={first} />
          {isBeforeHeard(report) && <p class="first-limits before-heard">{words.beforeHeard({ command: report.provenance.command })}</p>}
          <p class="first-limits">
            {first.gapOf === 'means' && <>{words.ofMeans} </>}
            {words.limits} <a href="#limits-heading">{words.limitsLink}</a>
          </p>
        </div>
        <Aside first={first} />
      </div>
    </div>
  );
}
