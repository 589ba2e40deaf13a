// The state that an address carries, and where it goes when something is changed.
import { useState } from 'preact/hooks';
import { firstState, linkOf, stateOf, type ExplorerState } from './data/link';
import { untouched, type Base } from './data/setting';

/** `saved`: what a saved page holds; the address comes before it. */
export function useExplorerState(base: Base, seed: string, saved: ExplorerState | null = null) {
  const [state, setState] = useState<ExplorerState>(
    () =>
      stateOf(location.hash) ??
      saved ?? { base, seed, compare: 'alone', a: untouched, b: untouched, first: firstState },
  );
  const change = (next: ExplorerState) => {
    setState(next);
    history.replaceState(null, '', linkOf(next));
  };
  return {
    state,
    change,
    open: (next: Base) => change(opened(state, next)),
    badLink: location.hash.startsWith('#explore=') && !stateOf(location.hash),
  };
}

/** Another scenario: what was set belongs to the one before. */
export function opened(state: ExplorerState, base: Base): ExplorerState {
  return { ...state, base, a: untouched, b: untouched, first: firstState };
}
