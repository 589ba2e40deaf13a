// The official picture, what changed and what was told outside, the answer in sentences, and what may not be concluded.
import { useMemo } from 'preact/hooks';
import type { Cell } from '../data/csv';
import type { DrawnFrom } from '../data/calibration';
import { interval, plainNumber, quantity, tied } from '../data/numbers';
import type { Report } from '../data/types';
import { type Estimate, ofHeadline, ofRatio } from '../data/estimate';
import { csvOf } from '../data/row_csv';
import { type Headline, ratioColumns } from '../data/rows';
import { compareRows, drawCompare } from '../figures/compare';
import { Disclosure } from '../parts/disclosure';
import { Figure } from '../parts/figure';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { headlineName } from '../text/headline';
import { sourceLine, type SectionProps } from './section';

const words = texts.answer;

interface NumberProps {
  estimate: Estimate;
  /** The ratio is one of means, so its interval is no range of runs. */
  range?: (slots: { interval: string }) => string;
}

function Number({ estimate, range = words.range }: NumberProps) {
  const { id, label, unit, middle, low, high, explanation } = estimate;
  return (
    <div class="number">
      <dt>
        <bdi>{headlineName(id, label)}</bdi>
      </dt>
      <dd class="value">{quantity(middle, unit)}</dd>
      {low !== null && high !== null && <dd class="range">{range({ interval: interval(low, high, unit) })}</dd>}
      <dd class="explain">
        <Glossed text={tied(explanation)} />
      </dd>
    </div>
  );
}

interface PanelProps {
  kind: 'official' | 'changed' | 'told';
  heading: string;
  note: string;
  list: Headline[];
}

function Panel({ kind, heading, note, list }: PanelProps) {
  if (list.length === 0) return null;
  return (
    <div class={`panel ${kind}`}>
      <h3>{heading}</h3>
      <p class="note">{note}</p>
      <dl>
        {list.map((one) => (
          <Number estimate={ofHeadline(one)} key={one.id} />
        ))}
      </dl>
    </div>
  );
}

const fewNames = 12;
const prior = 'the prior';

/** That values were drawn, from what, and which: many of them stand where the reader opens them. */
function Drawn({ calibration, parameters }: DrawnFrom) {
  const said = texts.calibration;
  const names = parameters.map(({ id }) => id).join(', ');
  return (
    <li>
      {calibration === prior ? said.drawnPrior : said.drawnFrom({ calibration })}{' '}
      {parameters.length <= fewNames ? (
        said.drawnNames({ names })
      ) : (
        <Disclosure summary={said.drawnCount({ count: plainNumber(parameters.length) })}>{() => names}</Disclosure>
      )}
    </li>
  );
}

function Limits({ report }: SectionProps) {
  const beyond = report.scenario.beyond_evidence;
  return (
    <div class="limits" role="note" aria-labelledby="limits-heading">
      <h3 id="limits-heading">{words.limits}</h3>
      <ul>
        {report.limits.map((limit) => (
          <li key={limit}>
            <Glossed text={tied(limit)} />
          </li>
        ))}
        {report.drawn_from && <Drawn {...report.drawn_from} />}
        {beyond.length > 0 && (
          <li>
            <strong>{words.beyond({ names: beyond.join(', ') })}</strong>
          </li>
        )}
      </ul>
    </div>
  );
}

function Other({ report }: SectionProps) {
  if (report.other.length === 0) return null;
  return (
    <div class="other">
      <h3>{words.other}</h3>
      <dl>
        {report.other.map((one) => (
          <Number estimate={ofHeadline(one)} key={one.id} />
        ))}
      </dl>
    </div>
  );
}

function estimateCells(report: Report): [string, Estimate][] {
  return [
    ...report.official.map((one): [string, Estimate] => [words.official, ofHeadline(one)]),
    ...report.changed.map((one): [string, Estimate] => [words.changed, ofHeadline(one)]),
    ...report.told.map((one): [string, Estimate] => [words.told, ofHeadline(one)]),
    ...report.other.map((one): [string, Estimate] => [words.other, ofHeadline(one)]),
    ...(report.ratio ? [[words.ratio, ofRatio(report.ratio)] as [string, Estimate]] : []),
  ];
}

/** Headlines and the ratio in the columns of the latter: a number, and what it lies between. */
export function csvOfAnswer(report: Report) {
  const cells = estimateCells(report);
  const { columns, rows, units } = csvOf(
    ratioColumns,
    cells.map(([, { middle, ...one }]) => ({ ...one, value: middle })),
  );
  const beside = cells.map(([kind]): Cell[] => [kind, kind === words.ratio ? 'ratio of means' : 'runs']);
  return { columns: [...columns, 'kind', 'interval_of'], rows: rows.map((row, at) => [...row, ...beside[at]!]), units };
}

function Compare({ report }: SectionProps) {
  const rows = useMemo(() => compareRows(report.official, report.changed), [report]);
  const draw = useMemo(() => (width: number) => drawCompare(rows, width), [rows]);
  if (rows.length === 0) return null;
  return (
    <Figure
      id="compare"
      title={words.compareTitle}
      source={sourceLine(report)}
      file={[report.scenario.name, 'answer']}
      draw={draw}
      columns={words.columns}
      rows={() =>
        estimateCells(report).map(([kind, { id, label, unit, middle, low, high }]) => {
          const name = texts.units[unit] ?? unit;
          return [
            headlineName(id, label),
            kind,
            name,
            quantity(middle, unit),
            quantity(low, unit),
            quantity(high, unit),
          ];
        })
      }
      csv={() => csvOfAnswer(report)}
    >
      <p>{words.compareNote}</p>
    </Figure>
  );
}

export function Answer({ report }: SectionProps) {
  const { official, changed, told, ratio, answer } = report;
  return (
    <>
      <div class="panels">
        <Panel kind="official" heading={words.official} note={words.officialNote} list={official} />
        <Panel kind="changed" heading={words.changed} note={words.changedNote} list={changed} />
        <Panel kind="told" heading={words.told} note={words.toldNote} list={told} />
        {ratio && (
          <div class="ratio">
            <h3>{words.ratio}</h3>
            <p class="note">{words.ratioNote}</p>
            <dl>
              <Number estimate={ofRatio(ratio)} range={words.ratioRange} />
            </dl>
          </div>
        )}
      </div>
      <div class="beside">
        <div class="sentences">
          <h3>{words.sentences}</h3>
          {answer.map((sentence) => (
            <p key={sentence}>{tied(sentence)}</p>
          ))}
        </div>
        <Limits report={report} />
      </div>
      <Compare report={report} />
      <Other report={report} />
    </>
  );
}
