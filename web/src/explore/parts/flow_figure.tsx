// The drive's flows as a figure with a table.
import { useMemo } from 'preact/hooks';
import { dateOfDay, isoDate, plainDate } from '../../data/days';
import { plainNumber, quantity } from '../../data/numbers';
import { Figure } from '../../parts/figure';
import { texts as page } from '../../text';
import { texts } from '../../text/explore';
import { flowsUntil, type FlowPart } from '../data/flows';
import { drawFlows } from '../figures/flows';
import type { ModelDescription } from '../model/wire';
import type { Shown } from '../model/shown';

const words = texts.flows;
const order: FlowPart[] = ['considered', 'kept', 'decoy', 'real', 'refused'];

export interface FlowFigureProps {
  about: ModelDescription;
  shown: Shown;
  day: number;
}

export function FlowFigure({ about, shown, day }: FlowFigureProps) {
  const { scenario } = shown.snapshot;
  const flows = useMemo(
    () => flowsUntil(shown.run.city, about.observables, day),
    [shown, about, day],
  );
  const date = dateOfDay(scenario.start, day);
  const draw = useMemo(
    () => (width: number) => drawFlows(flows, width, words.label({ day: plainDate(date) })),
    [flows],
  );
  if (!scenario.events.some(({ kind }) => kind === 'hand_in_drive')) {
    return <p class="aside">{words.none}</p>;
  }
  const share = (part: FlowPart) =>
    quantity(flows.considered > 0 ? flows[part] / flows.considered : null, 'share');
  return (
    <Figure
      id="x-flows"
      title={words.title}
      source={page.figure.source({ version: '', scenario: scenario.name, hash: scenario.hash.slice(0, 12) })}
      file={['explore', scenario.name, 'flows', isoDate(date)]}
      draw={draw}
      columns={words.columns}
      rows={() => order.map((part) => [words.parts[part], plainNumber(flows[part]), share(part)])}
      csv={() => ({
        columns: ['until', 'part', 'people'],
        rows: order.map((part) => [isoDate(date), part, flows[part]]),
      })}
    >
      <p>{words.note}</p>
      <p>{words.caught({ caught: plainNumber(flows.caught), arrested: plainNumber(flows.arrested) })}</p>
    </Figure>
  );
}
