// A sweep: how a headline moves over the varied parameters, a figure a parameter, and all points.
import { useMemo, useState } from 'preact/hooks';
import { interval, plainNumber, quantity } from '../data/numbers';
import { cellsOf, type Column, inList, unitsOf } from '../data/row_csv';
import { estimateColumns, estimateFields, pointColumns } from '../data/rows';
import { dotsOf, type Sweep } from '../data/sweep';
import type { Report } from '../data/types';
import { drawSweep } from '../figures/sweep_lines';
import { Figure } from '../parts/figure';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { nameOf, plainOf, rangeOf, valueOf } from '../text/varied';
import { sourceLine, type SectionProps } from './section';

const words = texts.sweep;

interface PartProps {
  report: Report;
  sweep: Sweep;
  headline: number;
}

function pointRows({ factors, points, headlines }: Sweep, headline: number): string[][] {
  const unit = headlines[headline]?.unit ?? '1';
  return points.map(({ values, done, failed, estimates }) => {
    const [, mean, lo, hi] = estimates[headline] ?? [0, null, null, null];
    return [
      ...factors.map((factor, index) => valueOf(factor, values[index] ?? null)),
      plainNumber(done),
      plainNumber(failed),
      quantity(mean, unit),
      lo === null || hi === null ? texts.notDefined : interval(lo, hi, unit),
    ];
  });
}

/** What varies, what became of the replicates, and for each headline the columns of its estimate: the mean under the id
 * itself. */
export function csvOfSweep({ factors, points, headlines }: Sweep) {
  const estimate = inList(estimateColumns, estimateFields);
  const nameIn = (id: string) => ({ name }: Column) => (name === 'mean' ? id : `${id}_${name}`);
  return {
    columns: [...factors.map(({ name }) => name), ...pointColumns.map(({ name }) => name), ...headlines.flatMap(({ id }) => estimate.map(nameIn(id)))],
    rows: points.map((point) => [
      ...factors.map((factor, index) => plainOf(factor, point.values[index] ?? null)),
      ...cellsOf(pointColumns, point),
      ...point.estimates.flatMap((one) => cellsOf(estimate, one)),
    ]),
    units: unitsOf([...factors, ...headlines.map(({ id, unit }) => ({ name: id, unit }))]),
  };
}

function Over({ report, sweep, headline, factor }: PartProps & { factor: number }) {
  const over = sweep.factors[factor];
  const what = sweep.headlines[headline];
  const dots = useMemo(() => dotsOf(sweep, factor, headline), [sweep, factor, headline]);
  const draw = useMemo(
    () => (width: number) => drawSweep(dots, over!, what!, width),
    [dots, over, what],
  );
  if (!over || !what) return null;
  return (
    <Figure
      id={`sweep-${over.name.replace(/[[\]]/g, '-')}`}
      title={nameOf(over)}
      over={what.label}
      source={sourceLine(report)}
      file={[report.scenario.name, 'sweep', over.name]}
      draw={draw}
      columns={[...sweep.factors.map(nameOf), ...words.columns]}
      rows={() => pointRows(sweep, headline)}
      csv={() => csvOfSweep(sweep)}
    >
      <p>
        {words.range({ name: over.name, range: rangeOf(over) })}
        {over.beyond_evidence && <strong> {words.beyond}</strong>}
      </p>
    </Figure>
  );
}

export function SweepPart({ report }: SectionProps) {
  const sweep = report.sweep;
  const first = sweep?.headlines.findIndex(({ id }) => id === sweep.headline) ?? 0;
  const [headline, setHeadline] = useState(Math.max(first, 0));
  if (!sweep) return null;
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro({ method: words.methods[sweep.method] ?? sweep.method })} />
      </p>
      <div class="controls">
        <label>
          {words.headline}
          <select
            value={headline}
            onChange={(event) => setHeadline(Number(event.currentTarget.value))}
          >
            {sweep.headlines.map(({ id, label }, index) => (
              <option value={index} key={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p>{sweep.headlines[headline]?.explain}</p>
      <div class="figures">
        {sweep.factors.map((factor, index) => (
          <Over report={report} sweep={sweep} headline={headline} factor={index} key={factor.name} />
        ))}
      </div>
    </>
  );
}
