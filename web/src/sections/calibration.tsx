// Which parameter values fit the reported patterns: before and after a calibration.
import { useMemo } from 'preact/hooks';
import type {
  CalibratedParameter,
  CalibratedPattern,
  Calibration,
  PredictiveShare,
} from '../data/calibration';
import { interval, plainNumber, quantity } from '../data/numbers';
import { csvOf } from '../data/row_csv';
import { calibratedParameterColumns } from '../data/rows';
import type { Report } from '../data/types';
import { drawPairs, drawPosteriors } from '../figures/posteriors';
import { Disclosure } from '../parts/disclosure';
import { Figure } from '../parts/figure';
import { Strip } from '../parts/strip';
import { Table } from '../parts/table';
import { Glossed } from '../parts/glossed';
import { texts } from '../text';
import { labelNamed } from '../text/ledger';
import { told } from '../text/program';
import { sourceLine, type SectionProps } from './section';

const words = texts.calibration;

interface PartProps {
  report: Report;
  calibration: Calibration;
}

function parameterCells(one: CalibratedParameter): string[] {
  const beware = one.beyond_evidence ? [words.beyond, ...one.warnings] : one.warnings;
  return [
    `${one.id}: ${labelNamed(one.label, one.id)}`,
    interval(one.low, one.high, one.unit),
    quantity(one.mean, one.unit),
    interval(one.q25, one.q75, one.unit),
    interval(one.q05, one.q95, one.unit),
    plainNumber(Math.round(one.shrinkage * 100) / 100),
    beware.join('; '),
  ];
}

function Posteriors({ report, calibration }: PartProps) {
  const { parameters } = calibration;
  const draw = useMemo(() => (width: number) => drawPosteriors(parameters, width), [parameters]);
  return (
    <Figure
      id="calibration-parameters"
      title={words.posteriors}
      source={sourceLine(report)}
      file={[report.scenario.name, 'calibration', 'parameters']}
      draw={draw}
      columns={words.parameterColumns}
      rows={() => parameters.map(parameterCells)}
      csv={() => csvOf(calibratedParameterColumns, parameters)}
    >
      <p>{words.posteriorsNote}</p>
    </Figure>
  );
}

function Pairs({ report, calibration }: PartProps) {
  const { parameters, correlations, drawn } = calibration;
  const draw = useMemo(() => (width: number) => drawPairs(calibration, width), [calibration]);
  if (parameters.length < 2 || drawn.length === 0) return null;
  const rows = () =>
    parameters.flatMap((one, row) =>
      parameters.slice(0, row).map((other, column) => {
        const value = correlations[row]?.[column] ?? null;
        return [one.id, other.id, value === null ? texts.notDefined : value.toFixed(2)];
      }),
    );
  return (
    <Figure
      id="calibration-pairs"
      title={words.pairs}
      source={sourceLine(report)}
      file={[report.scenario.name, 'calibration', 'draws']}
      draw={draw}
      columns={words.pairColumns}
      rows={rows}
      csv={() => ({ columns: parameters.map(({ id }) => id), rows: drawn })}
    >
      <p>{words.pairsNote({ count: plainNumber(drawn.length) })}</p>
    </Figure>
  );
}

function shareCell(share: PredictiveShare | null) {
  if (share === null) return texts.notDefined;
  return (
    <>
      <span class="strong">{quantity(share.share, 'share')}</span>{' '}
      <span class="aside">{interval(share.lo, share.hi, 'share')}</span>{' '}
      <Strip lo={share.lo} mid={share.share} hi={share.hi} from={0} to={1} />
    </>
  );
}

function useOf({ fitted, role }: CalibratedPattern): string {
  if (fitted) return words.fitted;
  return role === 'held-out' ? words.heldOut : words.notFitted;
}

function Patterns({ calibration }: PartProps) {
  const order = [words.heldOut, words.fitted, words.notFitted];
  const sorted = [...calibration.patterns].sort(
    (one, other) => order.indexOf(useOf(one)) - order.indexOf(useOf(other)),
  );
  return (
    <>
      <h3>{words.patterns}</h3>
      <p>{words.patternsNote}</p>
      <Table
        className="stacked"
        label={words.patterns}
        columns={words.patternColumns}
        rows={sorted.map((one) => [
          <>
            <span class="aside">{one.id}</span> {told(one.statement)}{' '}
            <span class="aside">{one.scenario}</span>
          </>,
          <span class={useOf(one) === words.heldOut ? 'badge sure' : 'badge'}>{useOf(one)}</span>,
          shareCell(one.prior),
          shareCell(one.posterior),
        ])}
      />
    </>
  );
}

function Generations({ calibration }: PartProps) {
  const number = (value: number | null) => (value === null ? '\u2013' : plainNumber(value));
  return (
    <Disclosure summary={words.generations}>
      {() => (
        <Table
          label={words.generations}
          columns={words.generationColumns}
          rows={calibration.generations.map((one) => [
            plainNumber(one.generation),
            words.generationStatuses[one.status],
            number(one.threshold),
            plainNumber(one.proposals),
            plainNumber(one.accepted),
            plainNumber(one.failed),
            number(one.effective_size),
          ])}
        />
      )}
    </Disclosure>
  );
}

function Failures({ calibration }: PartProps) {
  if (calibration.failures.length === 0) return null;
  return (
    <Disclosure summary={words.failures}>
      {() => (
        <Table
          label={words.failures}
          columns={words.failureColumns}
          rows={calibration.failures.map(({ reason, count, generation, proposal, seed }) => [
            reason,
            plainNumber(count),
            words.failureFirst({ generation: String(generation), proposal: String(proposal), seed }),
          ])}
        />
      )}
    </Disclosure>
  );
}

export function CalibrationPart({ report }: SectionProps) {
  const { calibration } = report;
  if (calibration === null) return null;
  const { why, particles, effective_size, replicates, warnings } = calibration;
  const size = words.size(
    { particles: plainNumber(particles),
    effective: plainNumber(Math.round(effective_size)),
    replicates: plainNumber(replicates) },
  );
  return (
    <>
      <p class="intro">
        <Glossed text={words.intro} />
      </p>
      <p>
        {why} {size}
      </p>
      {warnings.map((warning) => (
        <p key={warning}>
          <strong>{warning}</strong>
        </p>
      ))}
      <Posteriors report={report} calibration={calibration} />
      <p>{words.shrinkageNote}</p>
      <Pairs report={report} calibration={calibration} />
      <Patterns report={report} calibration={calibration} />
      <Generations report={report} calibration={calibration} />
      <Failures report={report} calibration={calibration} />
    </>
  );
}
