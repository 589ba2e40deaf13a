// Were there enough runs: how well the means are known.
import { useMemo } from 'preact/hooks';
import { plainNumber, quantity, tied } from '../data/numbers';
import type { Enough, Report } from '../data/types';
import { drawEnough } from '../figures/enough';
import { Figure } from '../parts/figure';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { sourceLine, type SectionProps } from './section';

const words = texts.enough;

function Precision({ report, entry }: { report: Report; entry: Enough }) {
  const draw = useMemo(() => (width: number) => drawEnough(entry, width), [entry]);
  const half = (index: number) => entry.half_width[index] ?? null;
  return (
    <Figure
      id={`enough-${entry.id}`}
      title={entry.label}
      source={sourceLine(report)}
      file={[report.scenario.name, 'enough', entry.id]}
      draw={draw}
      columns={words.columns}
      rows={() => entry.n.map((n, index) => [plainNumber(n), quantity(half(index), entry.unit)])}
      csv={() => ({
        columns: ['id', 'unit', 'n', 'half_width'],
        rows: entry.n.map((n, index) => [entry.id, entry.unit, n, half(index)]),
      })}
    >
      <p>
        {words.mean({ mean: quantity(entry.mean, entry.unit) })} {tied(entry.sentence)}
      </p>
    </Figure>
  );
}

export function EnoughRuns({ report }: SectionProps) {
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      {report.stopped && <p>{tied(report.stopped)}</p>}
      <div class="figures small">
        {report.enough.map((entry) => (
          <Precision report={report} entry={entry} key={entry.id} />
        ))}
      </div>
    </>
  );
}
