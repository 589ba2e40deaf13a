// Days that go by: the clock, and the button that starts and stops it. Who asked for less motion has steps alone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../text';

const words = texts.first.day;

/** Days a second. */
export const speeds = { half: 1, once: 2, fast: 8 } as const;
export type Speed = keyof typeof speeds;

export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export interface Playing {
  playing: boolean;
  toggle: () => void;
  stop: () => void;
}

/** A fractional clock, so that a slow frame loses no day. After the last day it begins again. */
export function usePlaying(day: number, last: number, speed: Speed, onDay: (day: number) => void): Playing {
  const [playing, setPlaying] = useState(false);
  const now = useRef(day);
  now.current = day;
  /** At once, where a frame comes before the button is drawn anew. */
  const goes = useRef(false);
  useEffect(() => {
    if (!playing) return undefined;
    goes.current = true;
    let frame = 0;
    let clock = now.current;
    let before = performance.now();
    const go = (time: number) => {
      if (!goes.current) return;
      clock += (speeds[speed] * (time - before)) / 1000;
      before = time;
      const next = Math.min(last, Math.floor(clock));
      if (next !== now.current) onDay(next);
      if (next >= last) setPlaying(false);
      else frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, last]);
  const toggle = () => {
    if (!playing && day >= last) onDay(0);
    setPlaying(!playing);
  };
  const stop = () => {
    goes.current = false;
    setPlaying(false);
  };
  return { playing, toggle, stop };
}

export function PlayButton({ play, disabled = false }: { play: Playing; disabled?: boolean }) {
  return (
    <button
      type="button"
      class="play"
      aria-label={play.playing ? words.pause : words.play}
      aria-pressed={play.playing}
      disabled={disabled}
      onClick={play.toggle}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {play.playing ? <path d="M5 3h4v14H5zM11 3h4v14h-4z" /> : <path d="M5 2l12 8l-12 8z" />}
      </svg>
    </button>
  );
}
