// The official picture, what changed and what was told outside: always in view, and below in full.
import { between, gap } from '../../data/gaps';
import { interval, quantity } from '../../data/numbers';
import { texts } from '../../text/explore';
import { headlineName } from '../../text/headline';
import { pairedDifference, summary, type Difference, type Summary } from '../data/statistics';
import type { Snapshot } from '../model/use_runs';
import type { HeadlineValue } from '../model/wire';

const words = texts.pictures;

export interface Both {
  a: Snapshot | null;
  b: Snapshot | null;
}

export interface Line {
  headline: HeadlineValue;
  a: Summary;
  b: Summary | null;
  difference: Difference | null;
}

function valuesOf(snapshot: Snapshot, id: string): (number | null)[] {
  return snapshot.runs.map(
    ({ headlines }) => headlines.find((headline) => headline.id === id)?.value ?? null,
  );
}

const known = (values: (number | null)[]) => values.filter((value) => value !== null);

function differenceOf(x: (number | null)[], y: (number | null)[]): Difference {
  const pairs = x.flatMap((value, i): [number, number][] => {
    const other = y[i];
    return value === null || other === null || other === undefined ? [] : [[value, other]];
  });
  return pairedDifference(
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
  );
}

export function linesOf({ a, b }: Both): Line[] {
  return (a?.runs[0]?.headlines ?? []).map((headline) => {
    const x = a ? valuesOf(a, headline.id) : [];
    const y = b ? valuesOf(b, headline.id) : [];
    const has = b?.runs[0]?.headlines.some(({ id }) => id === headline.id);
    return {
      headline,
      a: summary(known(x)),
      b: has ? summary(known(y)) : null,
      difference: has ? differenceOf(x, y) : null,
    };
  });
}

function Setting({ name, of, unit }: { name: string; of: Summary; unit: string }) {
  return (
    <dd>
      {name && <span class="setting-name">{name} </span>}
      <strong>{quantity(of.median, unit)}</strong>{' '}
      <span class="range">{words.range({ interval: interval(of.lo, of.hi, unit) })}</span>
    </dd>
  );
}

function Short({ line }: { line: Line }) {
  const { headline, a, b, difference } = line;
  const { unit } = headline;
  return (
    <div class="short" data-headline={headline.id}>
      <dt>{headlineName(headline.id, headline.label)}</dt>
      <Setting name={b ? 'A' : ''} of={a} unit={unit} />
      {b && <Setting name="B" of={b} unit={unit} />}
      {difference && (
        <dd class="difference">
          {words.difference({ mean: gap(difference.mean, unit) })}{' '}
          <span class="range">{words.range({ interval: between(difference.lo, difference.hi, unit) })}</span>
        </dd>
      )}
    </div>
  );
}

function Side({ kind, lines }: { kind: 'official' | 'changed' | 'told' | 'levels'; lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div class={`side ${kind}`}>
      <p>{words[kind]}</p>
      <dl>
        {lines.map((line) => (
          <Short line={line} key={line.headline.id} />
        ))}
      </dl>
    </div>
  );
}

/** What changed in the lives of people comes before what changed in things. */
const wanted = ['stopped_calling', 'contact_lost', 'phones_gone'];
const toldFirst = ['told_arrests', 'told_share'];

export function Pictures(both: Both) {
  const lines = linesOf(both);
  const of = (side: string) => lines.filter(({ headline }) => headline.side === side);
  const inOrder = (side: string, ids: string[]) =>
    ids.flatMap((id) => of(side).filter(({ headline }) => headline.id === id));
  const changed = inOrder('changed', wanted);
  const campaign = of('official').length + changed.length > 0;
  return (
    <div class="pictures" role="region" aria-label={words.label} aria-busy={lines.length === 0}>
      <Side kind="official" lines={of('official').slice(0, 2)} />
      <Side kind="changed" lines={changed.slice(0, 2)} />
      <Side kind="told" lines={inOrder('told', toldFirst)} />
      {!campaign && <Side kind="levels" lines={of('other').slice(0, 3)} />}
    </div>
  );
}
