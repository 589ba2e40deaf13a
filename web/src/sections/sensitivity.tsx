// Which assumptions matter most: what each parameter does to the headlines.
import { useMemo } from 'preact/hooks';
import type { Cell } from '../data/csv';
import { interval, plainNumber, quantity, tied } from '../data/numbers';
import { estimatesOf, unitsOf } from '../data/row_csv';
import { rankedFactorColumns, screenedFactorColumns } from '../data/rows';
import {
  strengthUnit,
  type Estimated,
  type HeadlineSensitivity,
  type Sensitivity,
  type SensitivityFactor,
} from '../data/sensitivity';
import type { Report } from '../data/types';
import { drawScatter } from '../figures/scatter';
import { drawStrengths } from '../figures/strengths';
import { Disclosure } from '../parts/disclosure';
import { Figure } from '../parts/figure';
import { Table } from '../parts/table';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { sourceLine, type SectionProps } from './section';

const words = texts.sensitivity;

interface PartProps {
  report: Report;
  sensitivity: Sensitivity;
  one: HeadlineSensitivity;
}

function value(estimated: Estimated | null | undefined, unit: string): string {
  return estimated ? quantity(estimated.value, unit) : texts.notDefined;
}

function range(estimated: Estimated | null | undefined, unit: string): string {
  return estimated ? interval(estimated.lo, estimated.hi, unit) : texts.notDefined;
}

function rankOf({ best, worst }: SensitivityFactor): string {
  if (best === null || worst === null) return words.noRank;
  return best === worst ? plainNumber(best) : words.ranks({ best: plainNumber(best), worst: plainNumber(worst) });
}

function cells(sensitivity: Sensitivity, one: HeadlineSensitivity): string[][] {
  const unit = strengthUnit(sensitivity, one);
  const row = (factor: SensitivityFactor, name: string, standing: string) => {
    const besides =
      sensitivity.method === 'morris'
        ? [value(factor.mu, unit), value(factor.sigma, unit)]
        : [value(factor.first, unit), range(factor.first, unit)];
    const ranked = [value(factor.strength, unit), range(factor.strength, unit)];
    return [name, rankOf(factor), ...ranked, ...besides, standing];
  };
  const rows = one.factors.map((factor) =>
    row(factor, factor.name, words.standings[factor.standing ?? ''] ?? factor.standing ?? ''),
  );
  return one.dummy ? [...rows, row(one.dummy, words.dummy, words.isFloor)] : rows;
}

/** A row for each measure of each parameter: what the method's list has as an estimate. */
export function csvOfFactors(one: HeadlineSensitivity, method: Sensitivity['method']) {
  const columns = method === 'morris' ? screenedFactorColumns : rankedFactorColumns;
  const factors = one.dummy ? [...one.factors, one.dummy] : one.factors;
  const rows = factors.flatMap((factor) =>
    estimatesOf(columns, factor).map(({ measure, cells: numbers }): Cell[] => [one.id, factor.name, measure, ...numbers]),
  );
  const unit = method === 'morris' ? one.unit : '1';
  const numbers = ['value', 'lo', 'hi'];
  return {
    columns: ['headline', 'parameter', 'measure', ...numbers],
    rows,
    units: unitsOf(numbers.map((name) => ({ name, unit }))),
  };
}

function Strengths({ report, sensitivity, one }: PartProps) {
  const draw = useMemo(
    () => (width: number) => drawStrengths(sensitivity, one, width),
    [sensitivity, one],
  );
  const { method } = sensitivity;
  return (
    <Figure
      id={`sensitivity-${one.id}`}
      title={words.title({ headline: one.label })}
      source={sourceLine(report)}
      file={[report.scenario.name, method, one.id]}
      draw={draw}
      columns={words.columns[method]}
      rows={() => cells(sensitivity, one)}
      csv={() => csvOfFactors(one, sensitivity.method)}
    >
      <p>{words.notes[method]}</p>
    </Figure>
  );
}

function Scatter({ report, sensitivity, one }: PartProps) {
  const draw = useMemo(() => (width: number) => drawScatter(one, width), [one]);
  return (
    <Figure
      id={`scatter-${one.id}`}
      title={words.scatterTitle}
      source={sourceLine(report)}
      file={[report.scenario.name, 'scatter', one.id]}
      draw={draw}
      columns={words.columns.morris}
      rows={() => cells(sensitivity, one)}
      csv={() => csvOfFactors(one, sensitivity.method)}
    >
      <p>{words.scatterNote}</p>
    </Figure>
  );
}

function Growth({ sensitivity, one }: PartProps) {
  if (one.growth.length < 2) return null;
  const unit = strengthUnit(sensitivity, one);
  return (
    <>
      <h3>{words.growth}</h3>
      <p>{words.growthNote}</p>
      <Table
        label={words.growth}
        columns={[
          words.parameter,
          ...one.growth.map(({ samples }) => words.samples({ count: plainNumber(samples) })),
        ]}
        rows={one.factors.map(({ name }, index) => [
          name,
          ...one.growth.map(({ strengths }) => {
            const at = strengths[index];
            return at ? `${value(at, unit)} (${range(at, unit)})` : texts.notDefined;
          }),
        ])}
      />
    </>
  );
}

function Sentences({ factors }: { factors: SensitivityFactor[] }) {
  return (
    <Disclosure summary={words.inWords}>
      {() => (
        <ul>
          {factors.map(({ name, sentence }) => (
            <li key={name}>{tied(sentence)}</li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function Other({ sensitivity, one }: PartProps) {
  return (
    <Disclosure summary={one.label}>
      {() => (
        <>
          {one.sentences.map((sentence) => (
            <p key={sentence}>{tied(sentence)}</p>
          ))}
          <Table
            label={words.title({ headline: one.label })}
            columns={words.columns[sensitivity.method]}
            rows={cells(sensitivity, one)}
          />
        </>
      )}
    </Disclosure>
  );
}

function Varied({ sensitivity }: { sensitivity: Sensitivity }) {
  return (
    <Disclosure summary={words.varied}>
      {() => (
        <Table
          label={words.varied}
          columns={words.variedColumns}
          rows={sensitivity.parameters.map((one) => [
            one.name,
            one.label,
            interval(one.low, one.high, one.unit),
            one.beyond_evidence ? words.beyond : words.within,
            words.scales[one.scale] ?? one.scale,
          ])}
        />
      )}
    </Disclosure>
  );
}

export function Sensitivities({ report }: SectionProps) {
  const { sensitivity } = report;
  if (!sensitivity) return null;
  const [first, ...others] = sensitivity.headlines;
  const part = { report, sensitivity };
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro[sensitivity.method]} />
      </p>
      <p>
        {words.size(
          { points: plainNumber(sensitivity.points),
          runs: plainNumber(sensitivity.replicates),
          parameters: plainNumber(sensitivity.parameters.length) },
        )}
      </p>
      {sensitivity.warnings.map((warning) => (
        <p class="note" key={warning}>
          {warning}
        </p>
      ))}
      {first && (
        <>
          {first.sentences.map((sentence) => (
            <p key={sentence}>{tied(sentence)}</p>
          ))}
          {first.factors.length > 0 && <Strengths {...part} one={first} />}
          {first.factors.length > 0 && sensitivity.method === 'morris' && (
            <Scatter {...part} one={first} />
          )}
          <Sentences factors={first.factors} />
          <Growth {...part} one={first} />
        </>
      )}
      <Varied sensitivity={sensitivity} />
      {others.length > 0 && <h3>{words.others}</h3>}
      {others.map((one) => (
        <Other {...part} one={one} key={one.id} />
      ))}
    </>
  );
}
