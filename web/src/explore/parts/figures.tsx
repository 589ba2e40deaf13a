// The bands, drawn again whenever there are more runs, and any other quantity that the reader asks for.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fanCsv, fanCsvColumns, fanRows, hasValues, summaryOf } from '../../data/fans';
import { axisUnit } from '../../data/numbers';
import type { CampaignEvent, Series } from '../../data/types';
import { drawFan } from '../../figures/fan';
import { Figure } from '../../parts/figure';
import { language, texts as page } from '../../text';
import { texts } from '../../text/explore';
import { allCities, curvesOf, firstCurves, seriesOf, type Curve } from '../data/curves';
import type { Snapshot } from '../model/use_runs';
import type { ModelDescription, ScenarioDescription } from '../model/wire';
import type { Both } from './pictures';

const words = texts.figures;

export function eventsOf(scenario: ScenarioDescription): CampaignEvent[] {
  return scenario.events.map(({ kind, label, from, to }) => ({
    kind,
    label: texts.events[kind] ?? label,
    from,
    to,
  }));
}

function cityName(scenario: ScenarioDescription, city: number): string {
  return city === allCities ? 'all' : (scenario.cities[city]?.name ?? '');
}

function bands(snapshot: Snapshot, about: ModelDescription, curve: Curve, city: number): Series {
  const { runs, scenario } = snapshot;
  return seriesOf(runs, curve, about.observables, city, cityName(scenario, city));
}

type Axis = 'zero' | 'data';

interface CurveFigureProps {
  about: ModelDescription;
  a: Snapshot;
  b: Snapshot | null;
  curve: Curve;
  city: number;
  axis: Axis;
  onRemove: (() => void) | null;
}

function CurveFigure({ about, a, b, curve, city, axis: fromZero, onRemove }: CurveFigureProps) {
  const series = useMemo(() => bands(a, about, curve, city), [a, about, curve, city]);
  const beside = useMemo(() => (b ? bands(b, about, curve, city) : null), [b, about, curve, city]);
  const { scenario } = a;
  const { unit, label: title } = curve;
  const axis = axisUnit(unit, curve.kind);
  const draw = useMemo(() => {
    const input = {
      series,
      events: eventsOf(scenario),
      start: scenario.start,
      unit,
      axis,
      label: words.label({ title, unit: axis }),
      fromZero,
      ...(beside && { beside: { series: beside, name: words.beside } }),
    };
    return (width: number) => drawFan(input, width);
  }, [series, beside, scenario, unit, axis, title, fromZero, language()]);
  if (!hasValues(series)) return null;
  return (
    <div class="explored">
      <Figure
        id={`x-${curve.id}`}
        title={title}
        source={page.figure.source({ version: '', scenario: scenario.name, hash: scenario.hash.slice(0, 12) })}
        file={['explore', scenario.name, curve.id, series.city]}
        draw={draw}
        columns={page.fans.columns}
        rows={() => fanRows(series, unit, scenario.start)}
        csv={() => ({ columns: fanCsvColumns, rows: fanCsv(series, unit, scenario.start) })}
      >
        <p>
          {curve.explain} {fromZero === 'data' && words.cut}
        </p>
        <p>{summaryOf(series, unit, scenario.start)}</p>
      </Figure>
      {onRemove && (
        <p class="actions">
          <button type="button" aria-label={words.remove({ title })} onClick={onRemove}>
            {words.removeShort}
          </button>
        </p>
      )}
    </div>
  );
}

interface MoreProps {
  curves: Curve[];
  onAdd: (id: string) => void;
}

function More({ curves, onAdd }: MoreProps) {
  return (
    <div class="controls">
      <label>
        {words.more}
        <select value="" onChange={(event) => onAdd(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {curves.map(({ id, label }) => (
            <option value={id} key={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Says in the page's timeline when a picture of so many runs was there. */
function useMarks(runs: number, a: Snapshot | null, b: Snapshot | null) {
  useEffect(() => {
    if (runs > 0) performance.mark(`tumen-picture-${runs}`);
  }, [runs, a, b]);
}

export function Figures({ about, a, b, city }: Both & { about: ModelDescription; city: number }) {
  const curves = useMemo(() => curvesOf(about.observables), [about, language()]);
  const [more, setMore] = useState<string[]>([]);
  const [axis, setAxis] = useState<Axis>('zero');
  const holder = useRef<HTMLDivElement>(null);
  const runs = a?.runs.length ?? 0;
  useMarks(runs, a, b);
  useLayoutEffect(() => {
    holder.current?.setAttribute('data-spec', a?.spec.overrides ?? '');
  }, [a]);
  if (!a) return <p>{texts.progress({ done: '0', all: '32' })}</p>;
  const first = firstCurves(a.scenario.events);
  const chosen = [...first, ...more.filter((id) => !first.includes(id))];
  const has = curves.filter(({ id }) => !chosen.includes(id));
  return (
    <div ref={holder} class="explored-figures" data-runs={runs} data-runs-b={b?.runs.length ?? 0}>
      <h3>{words.heading}</h3>
      {b && <p class="aside">{words.pair}</p>}
      <div class="controls">
        <label>
          <input
            type="checkbox"
            checked={axis === 'zero'}
            onChange={(event) => setAxis(event.currentTarget.checked ? 'zero' : 'data')}
          />
          {page.fans.zero}
        </label>
      </div>
      <div class="figures">
        {chosen.flatMap((id) => {
          const curve = curves.find((one) => one.id === id);
          if (!curve) return [];
          if (city === allCities && curve.kind === 'level') {
            return [
              <div class="figure empty" key={id}>
                <h3>{curve.label}</h3>
                <p>{words.noSum}</p>
              </div>,
            ];
          }
          const remove = first.includes(id) ? null : () => setMore(more.filter((one) => one !== id));
          const props = { about, a, b, curve, city, axis, onRemove: remove };
          return [<CurveFigure {...props} key={id} />];
        })}
      </div>
      <More curves={has} onAdd={(id) => id && setMore([...more, id])} />
    </div>
  );
}
