import { vi } from 'vitest';
import { defaults } from '../../src/backend/settings.ts';
import type { ComparisonSummary } from '../../src/bridge/comparison-api.ts';
import type { ProfileSummary } from '../../src/bridge/engine-api.ts';
import type { Hello, HostEvent } from '../../src/bridge/host.ts';
import type { Settings } from '../../src/bridge/settings.ts';
import { type App, createApp } from '../../src/renderer/state/app.ts';
import { followHost } from '../../src/renderer/state/host-events.ts';
import { keepPair } from '../../src/renderer/state/pairing.ts';
import { keepComparing } from '../../src/renderer/state/preparing.ts';

/** Has the page's idle state do without a page. To be called before each test. */
export function stubPage() {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => {});
  return () => vi.unstubAllGlobals();
}

const profileOf = (id: number) =>
  ({
    id,
    name: `p${id}`,
    sampleTypes: [{ type: 'alloc_objects', unit: 'count' }],
    firstSampleType: 0,
  }) as unknown as ProfileSummary;

/** What the engine says of any two: that they had better be swapped. */
export const summary: ComparisonSummary = {
  sampleTypes: [
    { type: 'n', unit: 'count', before: 1, after: 0, beforeFactor: 1000, afterFactor: 1 },
  ],
  before: [10],
  after: [20],
  suggestion: { isSwapped: true, reason: 'it was taken earlier' },
};

/** Lets all promises go on that can. */
export const settle = () => new Promise((settled) => setTimeout(settled));

/** The state of a page with profiles open, whose host opens files and answers when the test says so. */
export function startPage(...open: number[]) {
  const listeners = new Map<HostEvent, (payload: never) => void>();
  const requests: [string, unknown][] = [];
  const opening = new Map<string, (profile: number | null | Error) => Promise<void>>();
  const engine = { answer: (): Promise<unknown> => Promise.resolve(summary) };
  const host = {
    request: (method: string, params: { method?: string }) => {
      requests.push([method === 'engine' ? `${params.method}` : method, params]);
      return method === 'engine' ? engine.answer() : Promise.resolve(undefined);
    },
    openFile: ({ name }: { name: string }) =>
      new Promise((resolve, reject) => {
        opening.set(name, async (profile) => {
          if (profile instanceof Error) reject(profile);
          else resolve(profile);
          await settle();
        });
      }),
    chooseFiles: () => Promise.resolve(false),
    on: (event: HostEvent, listener: (payload: never) => void) => {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
  };
  const profiles = open.map(profileOf);
  const settings = {
    order: 'weight',
    sampleTypeChoices: {},
    capturing: defaults.capturing,
  } as unknown as Settings;
  const hello = {
    profiles,
    openings: [],
    evidence: [],
    recentFiles: [],
    settings,
    screens: [],
    facet: 'profile',
    sought: [],
    investigations: [],
    captureFolder: '/captures',
    counts: [],
  } as unknown as Hello;
  const app: App = createApp(host as never, hello);
  followHost(app);
  keepComparing(app);
  keepPair(app);
  const tell = (event: HostEvent, payload: unknown) => listeners.get(event)?.(payload as never);
  const opened = (id: number, isOneOfTwo = false) =>
    tell('profileOpened', { opening: id, profile: profileOf(id), isOneOfTwo });
  return {
    app,
    engine,
    requests,
    tell,
    opened,
    /** The host has opened a file: it tells all pages, then answers the one that asked. */
    finish: async (name: string, profile: number | null | Error) => {
      if (typeof profile === 'number') opened(profile);
      await opening.get(name)?.(profile);
    },
    looked: () => {
      const { isComparing, pair, active } = app.profiles.getState();
      return isComparing ? `${pair?.before}>${pair?.after}` : active;
    },
    notices: () => app.notices.getState().map(({ message }) => message),
  };
}
