// A part that the reader opens; what is inside is made only then, since a table of four years has
// thousands of cells.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface DisclosureProps {
  summary: string;
  label?: string;
  children: () => ComponentChildren;
}

export function Disclosure({ summary, label, children }: DisclosureProps) {
  const [state, setState] = useState<'closed' | 'opened'>('closed');
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) setState('opened');
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {state === 'opened' && children()}
    </details>
  );
}
