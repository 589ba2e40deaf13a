// Beside the rows: what stands all the same, what would turn the sentence round, what would narrow it most.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { spreadFrom } from '../data/first';
import type { Bound, DoubtTold, Fact, FirstRow, FirstScreen } from '../data/first_screen';
import { ofHundred, partsOfHundred } from '../data/hundred';
import { plainNumber, quantity } from '../data/numbers';
import type { Value } from '../data/value';
import { drawWidth } from '../doubt/width_bar';
import { axisLeast, axisMost } from '../doubt/range_bar';
import { rangeText } from '../doubt/range_text';
import { full } from '../doubt/spread';
import { Chart } from '../parts/chart';
import { texts } from '../text';
import { labelText } from '../text/ledger';
import { told } from '../text/program';

const words = texts.reportFirst.doubt;
const hundred = (share: Value) => plainNumber(ofHundred(share));

const plainWhole = (part: number) => plainNumber(part);

/** A value of the model by its label, with whose it is. */
export function nameOfFact({ id, label, kind, index }: Fact): string {
  if (kind === 'rule') return texts.explore.rules.names[id.replace(/^rules\./, '')] ?? label;
  return labelText(label, index);
}

function boundText(bound: Bound): string {
  const name = nameOfFact(bound);
  if (bound.kind === 'rule')
    return words.rule({ rule: name, choice: texts.explore.rules.choices[bound.choice] ?? bound.choice });
  const slots = { label: name, at: quantity(bound.at, bound.unit) };
  return bound.side === 'above' ? words.above(slots) : words.below(slots);
}

/** The other way round, in words. */
function outcomeOf({ about }: DoubtTold, side: 'above' | 'at most', rows: FirstRow[]): string {
  const what = about === 'official_per_changed' ? (rows[0]?.id ?? '') : 'stopped';
  return words.outcomes[`${side === 'above' ? 'more' : 'fewer'}.${what}`] ?? '';
}

function Turns({ doubt, rows }: { doubt: DoubtTold; rows: FirstRow[] }) {
  const { turns } = doubt;
  if (!turns) return null;
  const share = turns.share ?? 0;
  const outcome = outcomeOf(doubt, turns.side, rows);
  const n = hundred(share);
  const comes = share < 0.01 ? words.comesFew : words.comes({ n });
  const values = turns.bounds.filter(({ kind }) => kind === 'value');
  const taken = values.map((one) => quantity(one.middle, one.unit)).join(', ');
  const never = () => words.never({ n: plainNumber(turns.draws), m: plainNumber(Math.floor(1 / (turns.at_most ?? 1))) });
  return (
    <section class="turns" aria-labelledby="turns-heading">
      <h2 id="turns-heading">{words.turn}</h2>
      {turns.bounds.length > 0 ? (
        <>
          <p>
            {words.if({
              what: turns.bounds.map(boundText).reduce((some, more) => words.and({ some, more })),
              outcome,
              n: hundred(turns.density),
            })}
          </p>
          <p class="aside">
            {taken && `${words.taken({ middle: taken })} `}
            {comes}
          </p>
        </>
      ) : (
        <p>{share === 0 ? never() : words.noShort({ n, outcome })}</p>
      )}
    </section>
  );
}

/** One range of a few that share an axis. */
interface WidthProps {
  label: string;
  range: [Value, Value];
  /** Of so many plays: ends are rounded as those of the sentence are. */
  plays: number;
  /** Ends of the axis that all of them share. */
  least: number;
  most: number;
}

function Width({ label, range: [lo, hi], plays, least, most }: WidthProps) {
  const low = lo ?? 0;
  const high = hi ?? Infinity;
  const text = rangeText(low, high, plays);
  const draw = useMemo(
    () => (width: number) => drawWidth({ lo: low, hi: high, least, most, name: words.bar({ label, range: text }) }, width),
    [low, high, least, most, label, text],
  );
  return (
    <figure class="width-row" aria-label={label}>
      <figcaption>
        <span>{label}</span> <span>{text}</span>
      </figcaption>
      <Chart draw={draw} />
    </figure>
  );
}

/** Of the width that is left: knowing it takes away less than a tenth. */
const little = 0.9;

/** Holds together what is too close to say which of it narrows more, and says so. */
function Bracket({ isClose, children }: { isClose: boolean; children: ComponentChildren }) {
  if (!isClose) return <>{children}</>;
  return (
    <div class="close" role="group" aria-labelledby="narrows-close">
      <p class="close-label" id="narrows-close">
        {words.closeLabel}
      </p>
      {children}
    </div>
  );
}

function Narrows({ doubt, plays }: { doubt: DoubtTold; plays: number }) {
  const { narrows, shares } = doubt;
  const ranges = [narrows.today, ...narrows.most.map(({ then }) => then)];
  const shared = { plays, least: axisLeast(ranges.map(([low]) => low ?? 0)), most: axisMost(ranges.map(([, high]) => high ?? 0)) };
  const [luck, values, rules] = shares ? partsOfHundred([shares.luck.share, shares.values.share, shares.rules.share]).map(plainWhole) : [];
  return (
    <section class="narrows" aria-labelledby="narrows-heading">
      <h2 id="narrows-heading">{words.narrow}</h2>
      {narrows.most.length === 0 && <p>{words.nothing}</p>}
      {narrows.most.length > 0 && (
        <>
          <Width label={words.today} range={narrows.today} {...shared} />
          <Bracket isClose={narrows.equal > 1 && narrows.most.length > 1}>
            {narrows.most.map((one) => (
              <Width label={words.known({ label: nameOfFact(one) })} range={one.then} {...shared} key={one.id} />
            ))}
          </Bracket>
          <p class="aside">
            {narrows.equal > 1 && `${words.close({ n: plainNumber(narrows.equal), all: plainNumber(narrows.asked) })} `}
            {narrows.most.every(({ width_left: left }) => (left ?? 1) > little) ? words.little : words.wide}
          </p>
        </>
      )}
      {narrows.ask && <p class="aside">{words.ask({ question: told(narrows.ask.label) })}</p>}
      {luck && values && rules && <p class="aside">{words.shares({ luck, values, rules })}</p>}
    </section>
  );
}

const tenfold = 10;

/** Whether the range is so wide, or so undecided, that something else has to be said first. */
export function isUndecided({ doubt, rows }: Pick<FirstScreen, 'doubt' | 'rows'>): boolean {
  const isGap = doubt?.about === 'official_per_changed';
  const row = rows.find((one) => (isGap ? one.row === 'gap' : one.row === 'changed'));
  if (!doubt || !row) return false;
  const { lo, hi } = spreadFrom(row.spread);
  const point = isGap ? 100 : 0;
  return (lo <= point && hi > point) || hi > tenfold * lo;
}

/** In how many plays a statement is true, and the statement. */
export function standingText({ statement, share, draws }: { statement: string; share: number; draws: number }): string {
  const whole = told(statement);
  const slots = { statement: whole.charAt(0).toLowerCase() + whole.slice(1) };
  if (share === 1) return words.standsAll({ n: plainNumber(draws), ...slots });
  return share > 0.99 ? words.standsNearly(slots) : words.standsIn({ n: hundred(share), ...slots });
}

const mostStanding = 3;

/** The first of them stands over the sentence, the next ones here. */
function Stands({ doubt }: { doubt: DoubtTold }) {
  if (!doubt.stands || doubt.stands.length === 1) return null;
  return (
    <section class="stands" aria-labelledby="stands-heading">
      <h2 id="stands-heading">{words.stands}</h2>
      {doubt.stands.length === 0 ? (
        <p>{words.standsNone}</p>
      ) : (
        <ul>
          {doubt.stands.slice(1, mostStanding).map((one) => (
            <li key={one.id}>{standingText(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function DoubtAside({ first }: { first: FirstScreen }) {
  const { doubt, rows } = first;
  if (!doubt) return null;
  return (
    <>
      {isUndecided(first) && <Stands doubt={doubt} />}
      <Turns doubt={doubt} rows={rows} />
      <Narrows doubt={doubt} plays={rows[0]?.spread.plays ?? full} />
    </>
  );
}

