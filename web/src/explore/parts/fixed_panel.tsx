// What this page leaves as the scenario has it: said before anybody looks for a control that is not there.
import { oneLine } from '../../data/names';
import { plainNumber } from '../../data/numbers';
import { texts } from '../../text/explore';
import type { Fixed, Place } from '../data/fixed';
import type { Parameter } from '../model/wire';
import { labelOf } from './parameter_row';

const words = texts.fixed;
const most = 60;

const listed = (names: string[]) => names.map((name) => oneLine(name, most)).join(', ');

function placeText({ kind, name, share, cities, numbers }: Place, parameters: Parameter[]): string {
  const labels = numbers.map((id) => {
    const known = parameters.find((one) => one.name === id);
    return known ? labelOf(known) : id;
  });
  const has = labels.length > 0 ? words.has({ numbers: listed(labels) }) : words.hasNone;
  if (kind === 'city') return `${words.city({ name: oneLine(name, most) })} ${has}`;
  const slots = { name: oneLine(name, most), share: plainNumber(Number((100 * share).toPrecision(3))) };
  const who = cities.length > 0 ? words.wardsOf({ ...slots, cities: listed(cities) }) : words.wards(slots);
  return `${who} ${has}`;
}

export function FixedPanel({ fixed, parameters }: { fixed: Fixed; parameters: Parameter[] }) {
  const { places, local, steps, yearly, drawn, unsure } = fixed;
  const said = [
    ...places.map((place) => placeText(place, parameters)),
    ...(local > 0 ? [words.local({ n: local })] : []),
    ...(steps > 0 ? [words.steps({ n: steps })] : []),
    ...(yearly > 0 ? [words.yearly({ n: yearly })] : []),
    ...(drawn > 0 ? [words.drawn({ n: drawn })] : []),
    ...(unsure > 0 ? [words.unsure({ n: unsure })] : []),
  ];
  if (said.length === 0) return null;
  return (
    <section class="fixed-part" aria-labelledby="fixed-heading">
      <h3 id="fixed-heading">{words.heading}</h3>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.file}</p>
    </section>
  );
}
