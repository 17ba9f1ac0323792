import { startTransition, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { busy } from '../idle.ts';
import { Latest, OVERTAKEN } from './latest.ts';
import { notify, sentenceOf } from './notices.ts';
import { useApp } from './use-app.ts';

/** What `useLatest` has so far. */
export interface LatestValue<T> {
  /** The last result; it stays until the next one is there. */
  readonly value: T | null;
  /** Whether `value` belongs to work that was replaced. */
  readonly isStale: boolean;
}

/**
 * The result of asynchronous work, which is done again whenever the function given is another one (or
 * the engine was restarted). What fails is told as a notice. No work, no value.
 */
export function useLatest<T>(work: (() => Promise<T>) | null): LatestValue<T> {
  const { notices, profiles } = useApp();
  const life = useStore(profiles, ({ engineLife }) => engineLife);
  const latest = useRef<Latest>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [done, setDone] = useState<{ work: unknown; life: number; value: T } | null>(null);

  const isDone = work === null || (done?.work === work && done.life === life);
  // Until the result is on screen, which a transition may take its time for, the page is busy.
  useEffect(() => (isDone || hasFailed ? undefined : busy()), [isDone, hasFailed]);

  useEffect(() => {
    latest.current ??= new Latest();
    const { current } = latest;
    setHasFailed(false);
    if (work === null) return undefined;
    current.run(work).then(
      (value) => {
        // Drawing what came must not keep the page from answering its user.
        if (value !== OVERTAKEN) startTransition(() => setDone({ work, life, value }));
      },
      (thrown: unknown) => {
        setHasFailed(true);
        notify(notices, 'error', sentenceOf(thrown));
      },
    );
    return () => current.drop();
  }, [work, life, notices]);

  if (work === null || done === null) return { value: null, isStale: false };
  return { value: done.value, isStale: !isDone };
}
