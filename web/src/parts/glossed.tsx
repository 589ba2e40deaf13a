// Words that stop a reader carry what they mean: a button that shows its note on hover and focus, above what stands
// below, so that nothing moves; a screen reader reads the note with the word, and Escape closes it.
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { glossed, type GlossedPart } from '../data/glossed';
import { texts } from '../text';

const margin = 8;

/** How far a note has to move so that it stays in the window. */
function shiftOf(note: HTMLElement): number {
  const { left, right } = note.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - margin);
  if (over > 0) return -Math.min(over, left - margin);
  return left < margin ? margin - left : 0;
}

function Term({ word, id }: { word: string; id: string }) {
  const note = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const name = useId();
  const show = () => {
    setOpen(true);
    requestAnimationFrame(() => {
      if (!note.current) return;
      note.current.style.translate = '';
      note.current.style.translate = `${shiftOf(note.current)}px 0`;
    });
  };
  const hide = () => setOpen(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    hide();
  };
  return (
    <span class="term" onMouseEnter={show} onMouseLeave={hide}>
      <button type="button" aria-describedby={name} onFocus={show} onBlur={hide} onClick={show} onKeyDown={onKeyDown}>
        {word}
      </button>
      <span class="term-note" role="tooltip" id={name} hidden={!open} ref={note}>
        {texts.glossary.notes[id]}
      </span>
    </span>
  );
}

/** A text with its words of the glossary, each at its first place. */
export function Glossed({ text }: { text: string }): ComponentChildren {
  return (
    <>
      {glossed(text, texts.glossary.words).map((part: GlossedPart, at) =>
        part.id ? <Term word={part.text} id={part.id} key={at} /> : part.text,
      )}
    </>
  );
}
