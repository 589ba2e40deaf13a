// Names of cities in the language that is shown; one of a reader's own keeps the name that it was given.
import { texts } from './table';

export function cityText(label: string): string {
  return texts.facts.cityNames[label] ?? label;
}
