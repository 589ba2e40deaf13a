// What a pattern rests on: how the model was asked, what came, and who reported it.
import { plainNumber, tied } from '../data/numbers';
import type { Cited, Pattern } from '../data/types';
import { Disclosure } from '../parts/disclosure';
import { texts } from '../text';

const words = texts.patterns;

/** One more than usual: a mean that leaves its band by little does so to be seen. */
const digits = 4;
const thousand = 1000;

function number(value: number): string {
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(rounded) < thousand ? String(rounded).replace('-', '\u2212') : plainNumber(rounded);
}

export function expected({ band: [low, high] }: Pattern): string {
  if (low !== null && high !== null) return words.between({ low: number(low), high: number(high) });
  if (low !== null) return words.above({ low: number(low) });
  return high === null ? '' : words.below({ high: number(high) });
}

export function came({ mean, mean_interval }: Pattern): string {
  if (mean === null) return words.noMean;
  const slots = { mean: number(mean) };
  const [low, high] = mean_interval ?? [null, null];
  if (low === null || high === null) return words.mean(slots);
  return words.meanRange({ ...slots, lo: number(low), hi: number(high) });
}

/** Only addresses of the web become links: what is in the results is somebody's text. */
function Source({ title, publisher, date, address }: Cited) {
  const isLink = /^https?:\/\//.test(address);
  return (
    <li>
      <bdi>{title}</bdi>, <bdi>{publisher}</bdi>, {date}
      {isLink ? (
        <>
          {': '}
          <a href={address} rel="noreferrer noopener" target="_blank">
            <bdi>{address}</bdi>
          </a>
        </>
      ) : (
        `. ${words.noAddress}`
      )}
    </li>
  );
}

export function PatternDetails({ pattern }: { pattern: Pattern }) {
  const { id, statistic, note, cited } = pattern;
  return (
    <Disclosure summary={words.open} label={words.openOf({ id })}>
      {() => (
        <div class="pattern-details">
          <p>
            {words.asked} <code>{statistic}</code> {expected(pattern)}. {came(pattern)}
          </p>
          {note && (
            <p class="aside" lang="en">
              {tied(note)}
            </p>
          )}
          <ul>
            {cited.map((one) => (
              <Source {...one} key={one.id} />
            ))}
          </ul>
        </div>
      )}
    </Disclosure>
  );
}
