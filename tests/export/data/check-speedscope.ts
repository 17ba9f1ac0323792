import { expect } from 'vitest';

/** A file in speedscope's format, as far as exports use it. */
interface SpeedscopeFile {
  readonly $schema: string;
  readonly shared: { readonly frames: readonly SpeedscopeFrame[] };
  readonly profiles: readonly SampledProfile[];
  readonly name?: string;
  readonly activeProfileIndex?: number;
  readonly exporter?: string;
}

interface SpeedscopeFrame {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

interface SampledProfile {
  readonly type: 'sampled';
  readonly name: string;
  readonly unit: string;
  readonly startValue: number;
  readonly endValue: number;
  readonly samples: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

const UNITS = ['none', 'nanoseconds', 'microseconds', 'milliseconds', 'seconds', 'bytes'];

/**
 * Reads a speedscope file as strictly as its schema (file-format-schema.json of speedscope 1.25) and its
 * importer: properties that it knows and no others, and what the schema does not say: each sample has one weight,
 * which is not negative, and refers to frames that there are.
 */
export function checkSpeedscope(text: string): SpeedscopeFile {
  const file: SpeedscopeFile = JSON.parse(text);
  expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json');
  expectKeys(file, ['$schema', 'shared', 'profiles'], ['name', 'activeProfileIndex', 'exporter']);
  expectKeys(file.shared, ['frames'], []);
  for (const frame of file.shared.frames) {
    expectKeys(frame, ['name'], ['file', 'line', 'col']);
    expect(typeof frame.name).toBe('string');
    expect(['string', 'undefined']).toContain(typeof frame.file);
    expect(['number', 'undefined']).toContain(typeof frame.line);
  }
  expect(file.profiles.length).toBeGreaterThan(0);
  for (const profile of file.profiles) {
    const properties = ['type', 'name', 'unit', 'startValue', 'endValue', 'samples', 'weights'];
    expectKeys(profile, properties, []);
    expect(profile.type).toBe('sampled');
    expect(typeof profile.name).toBe('string');
    expect(UNITS).toContain(profile.unit);
    expect(profile.samples.length).toBe(profile.weights.length);
    for (const frame of profile.samples.flat()) {
      expect(file.shared.frames[frame]).toBeDefined();
    }
    for (const weight of profile.weights) expect(weight).toBeGreaterThan(0);
    expect(profile.endValue).toBeCloseTo(
      profile.weights.reduce((sum, weight) => sum + weight, profile.startValue),
    );
  }
  if (file.activeProfileIndex !== undefined) {
    expect(file.profiles[file.activeProfileIndex]).toBeDefined();
  }
  return file;
}

function expectKeys(object: object, required: readonly string[], optional: readonly string[]) {
  const keys = Object.keys(object);
  expect(keys).toEqual(expect.arrayContaining([...required]));
  expect([...required, ...optional]).toEqual(expect.arrayContaining(keys));
}
