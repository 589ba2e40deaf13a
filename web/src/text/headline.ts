// What a headline is called: as the results say it, or in another language from the table of texts. One of the
// scenario's own has the name that was given to it.
import { told } from './program';
import { language, texts } from './table';

export function headlineName(id: string, label: string): string {
  return language() === 'en' ? label : (texts.headlines[id] ?? told(label));
}
