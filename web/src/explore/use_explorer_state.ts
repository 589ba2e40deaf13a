// The state that an address carries, and where it goes when something is changed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { firstState, linkOf, stateOf, type ExplorerState } from './data/link';
import { untouched, type Base } from './data/setting';

/** Writing the address takes as long as a dot of an answer: it waits until nothing has moved for so long. [ms] */
const addressAfter = 250;

/** Returns how to write a state into the address, soon; what still waits is written when the page is left. */
function useAddress(): (state: ExplorerState) => void {
  const waiting = useRef<{ state: ExplorerState; timer: ReturnType<typeof setTimeout> } | null>(null);
  const write = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    history.replaceState(null, '', linkOf(waiting.current.state));
    waiting.current = null;
  };
  useEffect(() => {
    addEventListener('pagehide', write);
    return () => removeEventListener('pagehide', write);
  }, []);
  return (state) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = { state, timer: setTimeout(write, addressAfter) };
  };
}

/** `saved`: what a saved page holds; the address comes before it. */
export function useExplorerState(base: Base, seed: string, saved: ExplorerState | null = null) {
  const [state, setState] = useState<ExplorerState>(
    () =>
      stateOf(location.hash) ??
      saved ?? { base, seed, compare: 'alone', a: untouched, b: untouched, first: firstState },
  );
  const [badLink, setBadLink] = useState(() => location.hash.startsWith('#explore=') && !stateOf(location.hash));
  const address = useAddress();
  // A link that is pasted into an open page, and the browser's way back.
  useEffect(() => {
    const follow = () => {
      const there = stateOf(location.hash);
      if (there) setState(there);
      setBadLink(!there && location.hash.startsWith('#explore='));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const change = (next: ExplorerState) => {
    setState(next);
    setBadLink(false);
    address(next);
  };
  return {
    state,
    change,
    open: (next: Base) => change(opened(state, next)),
    badLink,
  };
}

/** A link within the page takes the address: what is set comes back into it, so that the page opens again as it is. */
export function useKeptAddress(state: ExplorerState): void {
  const now = useRef({ opened: state, state });
  now.current.state = state;
  useEffect(() => {
    const wasSet = stateOf(location.hash) !== null;
    const keep = () => {
      const { opened: atFirst, state: last } = now.current;
      if (location.hash.startsWith('#explore=') || (last === atFirst && !wasSet)) return;
      setTimeout(() => history.replaceState(null, '', linkOf(last)));
    };
    addEventListener('hashchange', keep);
    return () => removeEventListener('hashchange', keep);
  }, []);
}

/** Another scenario: what was set belongs to the one before. */
export function opened(state: ExplorerState, base: Base): ExplorerState {
  return { ...state, base, a: untouched, b: untouched, first: firstState };
}
