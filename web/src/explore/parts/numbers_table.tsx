// Every number of a play: the middle, what luck alone does, and all that is not known.
import type { ComponentChildren } from 'preact';
import { between, gap } from '../../data/gaps';
import { interval, plainNumber, quantity } from '../../data/numbers';
import { early, full, luckOfTwins, spreadOf } from '../../doubt/spread';
import { Table } from '../../parts/table';
import { texts as page } from '../../text';
import { texts } from '../../text/explore';
import { headlineName } from '../../text/headline';
import type { Difference } from '../data/statistics';
import type { Drawn } from '../model/use_drawn';
import type { HeadlineValue } from '../model/wire';
import { linesOf, type Both, type Line } from './pictures';

const words = texts.pictures;

function aloneRow({ headline, a }: Line): string[] {
  const { id, label, side, unit } = headline;
  return [headlineName(id, label), words.kinds[side], quantity(a.median, unit), interval(a.lo, a.hi, unit)];
}

/** In how many plays of the pair it is so. */
function signText({ sign, more, fewer, n }: Difference): string {
  const said = words.sign;
  const all = plainNumber(n);
  if (sign === 'higher') return said.higher({ n: plainNumber(more), all });
  if (sign === 'lower') return said.lower({ n: plainNumber(fewer), all });
  if (sign === 'same') return said.same({ all });
  return sign === 'few' ? said.few : said.open({ more: plainNumber(more), fewer: plainNumber(fewer), all });
}

/** A number, and below it what is to be known of it. */
function cell(number: string, ...below: string[]) {
  return (
    <>
      <span class="strong">{number}</span>
      {below.map((line) => (
        <span class="aside" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}

/** The number's name, and below it on which side it is told. */
function named({ id, label, side }: HeadlineValue) {
  return (
    <>
      {headlineName(id, label)} <span class="aside">{words.kinds[side]}</span>
    </>
  );
}

function pairRow({ headline, a, b, difference }: Line): ComponentChildren[] {
  const { unit } = headline;
  const none = page.notDefined;
  const first = cell(quantity(a.median, unit), interval(a.lo, a.hi, unit));
  if (!b || !difference) return [named(headline), first, none, none];
  const { mean, lo, hi, correlation } = difference;
  const likeness = correlation === null ? [] : [words.correlation({ r: correlation.toFixed(2) })];
  return [
    named(headline),
    first,
    cell(quantity(b.median, unit), interval(b.lo, b.hi, unit)),
    cell(gap(mean, unit), between(lo, hi, unit), signText(difference), ...likeness),
  ];
}

/** By play: null where it failed, not a number where it has no such value. */
type Values = (number | null)[];

function valuesOf({ plays }: Drawn, id: string): Values {
  return plays.map((play) => play && (play.find((one) => one.id === id)?.value ?? Number.NaN));
}

function finite(values: Values): number[] {
  return values.filter((one): one is number => one !== null && Number.isFinite(one));
}

/** Middle, luck alone, all that is not known. */
function drawnCells(values: Values, unit: string): string[] {
  const none = page.notDefined;
  const all = spreadOf(finite(values));
  if (!all) return [none, none, none];
  const luck = luckOfTwins(all, values);
  return [
    quantity(all.middle, unit),
    luck ? interval(luck.lo, luck.hi, unit) : none,
    interval(all.lo, all.hi, unit),
  ];
}

/** Of plays with the same luck, values and rules: the middle, the range, and in how many it is so. */
function gapCells(a: Values, b: Values, unit: string): string[] {
  const gaps = finite(a.map((one, at) => (one === null ? null : (b[at] ?? Number.NaN) - one)));
  const all = spreadOf(gaps);
  if (!all) return [page.notDefined, page.notDefined, page.notDefined];
  const count = (is: (gap: number) => boolean) => plainNumber(gaps.filter(is).length);
  return [
    gap(all.middle, unit),
    between(all.lo, all.hi, unit),
    words.drawn.sign({ more: count((gap) => gap > 0), fewer: count((gap) => gap < 0), all: plainNumber(gaps.length) }),
  ];
}

/** The same of one of two settings, in one cell. */
function drawnCell(values: Values, unit: string) {
  const [middle = '', luck = '', all = ''] = drawnCells(values, unit);
  if (luck === page.notDefined) return middle === luck ? middle : cell(middle, all);
  return cell(middle, all, words.drawn.luck({ range: luck }));
}

export function drawnRow(headline: HeadlineValue, a: Drawn, b: Drawn | null): ComponentChildren[] {
  const { id, label, side, unit } = headline;
  const first = valuesOf(a, id);
  if (!b) return [headlineName(id, label), words.kinds[side], ...drawnCells(first, unit)];
  const other = valuesOf(b, id);
  const [middle = '', range = '', sign = ''] = gapCells(first, other, unit);
  const apart = sign === page.notDefined ? sign : cell(middle, range, sign);
  return [named(headline), drawnCell(first, unit), drawnCell(other, unit), apart];
}

interface NumbersProps {
  both: Both;
  drawn: { a: Drawn; b: Drawn | null };
}

/** Luck alone until there are plays enough for more. */
function EarlyTable({ both, drawn }: NumbersProps) {
  const lines = linesOf(both);
  if (lines.length === 0) return null;
  const done = Math.min(drawn.a.done, drawn.b?.done ?? full);
  return (
    <>
      <p>
        {words.note} {words.drawn.early({ done: plainNumber(done), wanted: plainNumber(early) })}
      </p>
      <Table
        label={words.whole}
        className="stacked"
        columns={both.b ? words.pairColumns : words.columns}
        rows={lines.map(both.b ? pairRow : aloneRow)}
      />
    </>
  );
}

export function NumbersTable({ both, drawn }: NumbersProps) {
  const { a, b } = drawn;
  const headlines = a.plays.find((play) => play !== null) ?? [];
  const there = headlines.length > 0 && (!b || b.plays.length > 0);
  const plays = Math.min(a.plays.length, b?.plays.length ?? full);
  return (
    <div class="numbers" data-drawn={there ? plays : 0}>
      <h3>{words.whole}</h3>
      {there ? (
        <>
          <p>{words.drawn.note({ plays: plainNumber(plays), all: plainNumber(full) })}</p>
          <Table
            label={words.whole}
            className="stacked"
            columns={b ? words.pairColumns : words.drawn.columns}
            rows={headlines.map((headline) => drawnRow(headline, a, b))}
          />
        </>
      ) : (
        <EarlyTable both={both} drawn={drawn} />
      )}
    </div>
  );
}
