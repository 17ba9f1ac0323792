import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { busy } from '../../idle.ts';
import type { NamedRequest } from '../../state/export-request.ts';
import { makeQuietly } from '../../state/exporting.ts';
import { sentenceOf } from '../../state/notices.ts';
import { useApp } from '../../state/use-app.ts';

/** What there is to see of an export before it is made. */
export interface Preview {
  /** The picture; null until there is one. It stays until the next one is there. */
  readonly url: string | null;
  /** Why there is none; '' for no reason. */
  readonly failure: string;
  readonly isStale: boolean;
}

/** Somebody who types is left to finish. */
const PAUSE_MS = 150;

/** A picture of an export as it would be, as SVG whatever its format; null for nothing to be seen. */
export function usePreview(named: NamedRequest | null): Preview {
  const app = useApp();
  const [preview, setPreview] = useState<Preview & { readonly of: string }>(NOTHING);
  const asked = named === null ? '' : JSON.stringify(named.request);
  const isStale = asked !== '' && preview.of !== asked;
  const orderNow = useEffectEvent(() => named);
  const lastUrl = useRef<string | null>(null);

  useEffect(() => {
    const order = orderNow();
    if (asked === '' || order === null) return undefined;
    const abort = new AbortController();
    const show = async () => {
      try {
        const outcome = await makeQuietly(app, order, 'page', abort.signal);
        const file = outcome.kind === 'made' ? outcome.files[0] : undefined;
        if (abort.signal.aborted || file === undefined) return;
        const url = URL.createObjectURL(new Blob([file.bytes.slice()], { type: 'image/svg+xml' }));
        if (lastUrl.current !== null) URL.revokeObjectURL(lastUrl.current);
        lastUrl.current = url;
        setPreview({ url, failure: '', isStale: false, of: asked });
      } catch (thrown) {
        if (abort.signal.aborted) return;
        setPreview({ url: null, failure: sentenceOf(thrown), isStale: false, of: asked });
      }
    };
    const timer = setTimeout(() => void show(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [app, asked]);

  useEffect(
    () => () => {
      if (lastUrl.current !== null) URL.revokeObjectURL(lastUrl.current);
    },
    [],
  );
  useEffect(() => (isStale ? busy() : undefined), [isStale]);
  return { ...preview, isStale };
}

const NOTHING = { url: null, failure: '', isStale: true, of: '' } as const;
