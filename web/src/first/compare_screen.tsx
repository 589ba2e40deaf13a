// The first screen of a comparison: both names, what is the same, and a row for each difference in a fixed order,
// never by size. No row says which campaign did better.
import { useMemo, useState } from 'preact/hooks';
import { spreadFrom } from '../data/first';
import type { ComparedRow, Differs, FirstScreen } from '../data/first_screen';
import { ofHundred } from '../data/hundred';
import { oneLine } from '../data/names';
import { plainNumber, quantity } from '../data/numbers';
import type { AnyDifference, Report } from '../data/types';
import { drawDifference } from '../figures/difference_bar';
import { Chart } from '../parts/chart';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { labelText } from '../text/ledger';
import { told } from '../text/program';
import { texts as explore } from '../text/explore';
import { earlySentence, isEarly, secondText, Strong, titleOf } from './report_screen';

const words = texts.reportFirst.compare;

type Other = FirstScreen['others'][number];

function amount(value: number, unit: string): string {
  const size = Math.abs(unit === 'share' ? 100 * value : value);
  return plainNumber(size < 10 ? Math.round(10 * size) / 10 : Math.round(size));
}

/** A share's difference is in percentage points. */
function rangesFor(unit: string) {
  return unit === 'share'
    ? { fewer: words.fewerPoints, more: words.morePoints, both: words.bothPoints }
    : { fewer: words.fewerRange, more: words.moreRange, both: words.bothRange };
}

const tellable = 0.9;

export interface Verdict {
  kind: 'fewer' | 'more' | 'both' | 'cannot' | 'equal' | 'early' | 'small';
  text: string;
  plays: string;
}

/** The choices of rules under which most plays differ the other way, in words. */
function versionsOf({ but }: ComparedRow): string {
  if (!but || but.length === 0) return '';
  const { names, choices } = explore.rules;
  const one = (text: string) => {
    const [rule = '', choice = ''] = text.split('=');
    return `${names[rule] ?? rule}: ${choices[choice] ?? choice}`;
  };
  return words.but({ list: but.map(one).join('; ') });
}

/** What can be said of a row, in words, and in how many plays of a hundred. */
export function verdictOf(row: ComparedRow): Verdict {
  const { lo, hi } = spreadFrom(row.spread);
  const low = amount(lo, row.unit);
  const high = amount(hi, row.unit);
  const fewer = ofHundred(row.fewer);
  const more = ofHundred(row.more);
  const each = words.eachWay({ more, fewer });
  const ranges = rangesFor(row.unit);
  if (isEarly(row.spread))
    return { kind: 'early', text: texts.reportFirst.early, plays: words.earlyPlays({ n: plainNumber(row.spread.plays) }) };
  if (row.fewer === 0 && row.more === 0) return { kind: 'equal', text: words.equal, plays: '' };
  const within = ofHundred(row.within ?? 0);
  if ((row.within ?? 0) >= tellable) return { kind: 'small', text: words.small, plays: words.smallIn({ n: within }) };
  const cannot: Verdict = { kind: 'cannot', text: words.cannot, plays: each };
  if (row.sign === 'cannot be told' || row.sign === 'too few plays') return cannot;
  if (hi <= 0) return { kind: 'fewer', text: ranges.fewer({ lo: high, hi: low }), plays: words.fewerIn({ n: fewer }) };
  if (lo >= 0) return { kind: 'more', text: ranges.more({ lo: low, hi: high }), plays: words.moreIn({ n: more }) };
  if (!row.sign && Math.max(row.fewer, row.more) < tellable) return cannot;
  return { kind: 'both', text: ranges.both({ lo: low, hi: high }), plays: each };
}

function sentenceOf(rows: ComparedRow[]): { text: string; range: string } {
  const count = rows.find(({ row }) => row === 'official');
  const any = count ?? rows[0];
  if (any && isEarly(any.spread)) return { text: earlySentence(any.spread.plays), range: '' };
  if (!count) return { text: words.sentenceNone, range: '' };
  const what = count.id === 'signed' ? words.oaths : words.phones;
  const { lo, hi } = spreadFrom(count.spread);
  const verdict = verdictOf(count);
  if (verdict.kind === 'fewer') {
    const range = texts.range.of({ lo: amount(hi, count.unit), hi: amount(lo, count.unit) });
    return { text: words.sentenceFewer({ range, what }), range };
  }
  if (verdict.kind === 'more') {
    const range = texts.range.of({ lo: amount(lo, count.unit), hi: amount(hi, count.unit) });
    return { text: words.sentenceMore({ range, what }), range };
  }
  return { text: words.sentenceOpen({ what }), range: '' };
}

function Row({ row, drawn }: { row: ComparedRow; drawn: FirstScreen['drawn'] }) {
  const verdict = verdictOf(row);
  const title = words.rows[row.id] ?? row.id;
  const name = words.picture({ row: title, verdict: verdict.text, plays: verdict.plays });
  const draw = useMemo(() => (width: number) => drawDifference(row, drawn, name, width), [row, drawn, name]);
  const versions = verdict.kind === 'early' || verdict.kind === 'cannot' ? '' : versionsOf(row);
  const slots = { a: quantity(row.a, row.unit), b: quantity(row.b, row.unit) };
  return (
    <figure class={`compared-row ${row.row}`} data-headline={row.id} aria-label={title}>
      <figcaption>
        <h2>{title}</h2>
        <p>{(row.row === 'official' ? words.official : words.changed)(slots)}</p>
      </figcaption>
      <Chart draw={draw} />
      <p class="compared-verdict">
        <strong>{verdict.text}</strong>
        <span>{verdict.plays}</span>
        {versions && <span>{versions}</span>}
      </p>
    </figure>
  );
}

function nameOf(other: Other): string {
  return oneLine(told(other.title ?? other.name), 120) || other.name;
}

function Names({ report, other }: { report: Report; other: Other }) {
  return (
    <ul class="sides">
      <li>
        <span class="disc a">A</span> <bdi>{titleOf(report)}</bdi>
      </li>
      <li>
        <span class="disc b">B</span> <bdi>{nameOf(other)}</bdi>
      </li>
    </ul>
  );
}

/** What one of the two lacks stands beside what the other has in its place. */
export function paired(rows: Differs[]): Differs[] {
  const kept: Differs[] = [];
  for (const row of rows) {
    const open = row.a === '' && kept.find(({ name, b }) => name === row.name && b === '');
    if (open) open.b = row.b;
    else kept.push({ ...row });
  }
  return kept;
}

const mostDiffers = 3;

function DiffersIn({ rows }: { rows: Differs[] }) {
  const all = paired(rows);
  if (all.length === 0) return null;
  const shown = all.slice(0, mostDiffers);
  return (
    <dl class="differs" aria-label={words.differs}>
      {shown.map(({ name, label, a, b }) => (
        <div key={`${name} ${a} ${b}`}>
          <dt>
            {words.differs}: <bdi>{(label && labelText(label)) || explore.events[name.replace(/[ -]/g, '_')] || name}</bdi>
          </dt>
          <dd>
            <span class="disc a">A</span> <bdi>{told(a) || words.absent}</bdi>
          </dd>
          <dd>
            <span class="disc b">B</span> <bdi>{told(b) || words.absent}</bdi>
          </dd>
        </div>
      ))}
      {all.length > shown.length && <p>{words.differsMore({ n: plainNumber(all.length - shown.length) })}</p>}
    </dl>
  );
}

/** What the sentence would say by the second reading of the reports. */
function Second({ row }: { row: ComparedRow | undefined }) {
  if (!row?.second) return null;
  const ranges = rangesFor(row.unit);
  const range = (lo: number, hi: number) => {
    const [low, high] = [amount(lo, row.unit), amount(hi, row.unit)];
    if (hi <= 0) return ranges.fewer({ lo: high, hi: low });
    return lo >= 0 ? ranges.more({ lo: low, hi: high }) : ranges.both({ lo: low, hi: high });
  };
  return (
    <p class="first-limits second">
      {words.rows[row.id] ?? row.id}. {secondText(row.second, range, (value) => `${value < 0 ? '-' : ''}${amount(value, row.unit)}`)}
    </p>
  );
}

function Axis() {
  return (
    <div class="compared-axis" aria-hidden="true">
      <p>
        <span>{words.none}</span>
        <span>{words.half}</span>
        <b>{words.sameAs}</b>
        <span>{words.more}</span>
        <span>{words.twice}</span>
      </p>
    </div>
  );
}

/** With what the table of differences says of the same numbers: one page tells one thing. */
export function withSigns({ name, rows }: Pick<Other, 'name' | 'rows'>, differences: AnyDifference[]): ComparedRow[] {
  return rows.map((row) => {
    const told = differences.find(({ scenario, id }) => scenario === name && id === row.id);
    return told && 'draws' in told ? { ...row, sign: told.sign } : row;
  });
}

export function CompareScreen({ report, first }: { report: Report; first: FirstScreen }) {
  const [at, setAt] = useState(0);
  const other = first.others[at] ?? first.others[0];
  if (!other) return null;
  const rows = withSigns(other, report.differences ?? []);
  const { text, range } = sentenceOf(rows);
  const plays = rows[0]?.spread.plays ?? first.plays;
  const few = isEarly({ plays });
  const hasLuck = first.drawn === 'luck' || other.rows.some(({ luck }) => luck);
  return (
    <div class="report-first compared">
      <h1 class="campaign">
        {texts.reportFirst.kind.compare}: <bdi>{titleOf(report)}</bdi> / <bdi>{nameOf(other)}</bdi>
      </h1>
      <p class="first-sentence">
        <Strong text={text} range={range} />
      </p>
      {first.others.length > 1 && (
        <div class="tabs" role="group" aria-label={words.pick}>
          {first.others.map((one, index) => (
            <button type="button" aria-pressed={index === at} onClick={() => setAt(index)} key={one.name}>
              {nameOf(one)}
            </button>
          ))}
        </div>
      )}
      <Names report={report} other={other} />
      <DiffersIn rows={other.differs ?? []} />
      <p class="split">
        {(first.drawn === 'luck' ? words.same : words.sameValues)({ plays: plainNumber(plays) })} {first.drawn === 'luck' && <b>{words.luck}</b>}
      </p>
      {other.days && <p class="split compared-days">{told(other.days)}</p>}
      <div class="compared-rows">
        <Axis />
        {rows.map((row) => (
          <Row row={row} drawn={first.drawn} key={`${other.name} ${row.id}`} />
        ))}
      </div>
      <ul class="first-key">
        {!few && hasLuck && (
          <li class="key-luck">
            <span>
              <Glossed text={texts.reportFirst.key.luck} />
            </span>
          </li>
        )}
        {!few && first.drawn === 'values' && <li class="key-all">{texts.reportFirst.key.all}</li>}
        <li class="key-dot">{few ? texts.reportFirst.key.play : texts.reportFirst.key.dot}</li>
        <li class="key-same">{texts.reportFirst.key.same}</li>
      </ul>
      <Second row={other.rows.find(({ row }) => row === 'official') ?? other.rows[0]} />
      <p class="first-limits">
        {words.ranks} <a href="#limits-heading">{texts.reportFirst.limitsLink}</a>
      </p>
    </div>
  );
}
