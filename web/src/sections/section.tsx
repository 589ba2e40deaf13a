// A numbered part of the page, and what a part needs to know.
import type { ComponentChildren, ComponentType } from 'preact';
import type { Report } from '../data/types';
import { texts } from '../text';

export interface SectionProps {
  report: Report;
}

export interface SectionEntry {
  id: string;
  words: () => { nav: string; heading: string };
  present: (report: Report) => boolean;
  Body: ComponentType<SectionProps>;
}

export function Section({ entry, children }: { entry: SectionEntry; children: ComponentChildren }) {
  return (
    <section id={entry.id} aria-labelledby={`${entry.id}-heading`}>
      <h2 id={`${entry.id}-heading`} tabIndex={-1}>
        {entry.words().heading}
      </h2>
      {children}
    </section>
  );
}

/** Stands under every saved drawing. */
export function sourceLine({ provenance, scenario }: Report): string {
  return texts.figure.source({ version: provenance.version, scenario: scenario.name, hash: scenario.hash.slice(0, 12) });
}
