// The button that saves a table.
import { texts } from '../text';

export function SaveCsv({ title, save }: { title: string; save: () => void }) {
  return (
    <button type="button" aria-label={texts.figure.csvOf({ title })} onClick={save}>
      {texts.figure.csv}
    </button>
  );
}
