import type { EngineMethod, EngineParams, EngineResult } from '../../bridge/engine-api.ts';
import { ask, type Host } from '../../bridge/host.ts';
import { busy } from '../idle.ts';

/** Asks the engine; the page is not idle until it has answered. */
export type Ask = <M extends EngineMethod>(
  method: M,
  params: EngineParams<M>,
) => Promise<EngineResult<M>>;

/** Questions that take long on large profiles, whose answers a screen can be read without at first. */
const PATIENT: ReadonlySet<EngineMethod> = new Set([
  'confidence',
  'hazards',
  'precision',
  'report',
  'netTotal',
  'sites',
]);

/** After an answer a screen asks for what it needs next within this time. */
const LULL_MS = 30;

/**
 * A way to ask the engine, which answers one question after the other: those that can wait are asked
 * one at a time, in a lull of the others.
 */
export function createAsk(host: Pick<Host, 'request'>): Ask {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  const lull = () => {
    if (waiting.length === 0) return;
    setTimeout(() => {
      if (underWay === 0) waiting.shift()?.();
    }, LULL_MS);
  };
  return async (method, params) => {
    const done = busy();
    try {
      if (PATIENT.has(method)) {
        await new Promise<void>((go) => {
          waiting.push(go);
          if (underWay === 0) lull();
        });
      }
      underWay++;
      try {
        return await ask(host, method, params);
      } finally {
        underWay--;
        if (underWay === 0) lull();
      }
    } finally {
      done();
    }
  };
}
