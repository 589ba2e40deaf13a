// A field whose text stays while it is typed, however often the page is drawn again meanwhile: runs that
// finish draw it many times a second. What was typed counts when the field is left or Enter is pressed.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

type Given = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'onChange' | 'onBlur'>;

export interface TypedInputProps extends Given {
  /** What counts now. */
  value: string | number;
  /** Never told of an empty text, which is also what a half-typed date or number is. */
  onTyped: (text: string) => void;
}

export function TypedInput({ value, onTyped, ...given }: TypedInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string) => {
    if (text.trim() === '') return;
    onTyped(text);
    setDraft(null);
  };
  return (
    <input
      {...given}
      value={draft ?? value}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
    />
  );
}
