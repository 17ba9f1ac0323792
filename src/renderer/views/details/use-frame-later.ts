import { useEffect, useState } from 'react';
import { busy } from '../../idle.ts';

/** A value, whenever it is another one, a frame of the screen later; the page is busy until then. */
export function useFrameLater<T extends object | null>(value: T): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    if (late === value) return undefined;
    const done = busy();
    const frame = requestAnimationFrame(() => setLate(value));
    return () => {
      cancelAnimationFrame(frame);
      done();
    };
  }, [value, late]);
  return late;
}
