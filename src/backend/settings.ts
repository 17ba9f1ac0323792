import type { Settings } from '../bridge/host.ts';
import { JsonFile } from './json-file.ts';
import {
  type Check,
  isFiniteNumber,
  isListOf,
  isOneOf,
  isRecord,
  isRecordOf,
  isText,
} from './shapes.ts';

const defaults: Settings = {
  theme: 'system',
  orientation: 'icicle',
  colorBy: 'package',
  order: 'weight',
  sampleTypeChoices: {},
  paneSizes: {},
};

const MAX_ENTRIES = 1000;

const checks: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
  theme: isOneOf(['system', 'light', 'dark']),
  orientation: isOneOf(['icicle', 'flame']),
  colorBy: isOneOf(['package', 'module', 'share']),
  order: isOneOf(['weight', 'name']),
  sampleTypeChoices: isRecordOf(isText(1000), MAX_ENTRIES),
  paneSizes: isRecordOf(isListOf(isFiniteNumber, 20), MAX_ENTRIES),
};

/** The settings on disk. What is unknown or does not fit is dropped, whether it is read or to be saved. */
export class SettingsStore {
  private readonly file: JsonFile;
  private settings: Settings | null = null;

  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  async read(): Promise<Settings> {
    this.settings ??= { ...defaults, ...fitting(await this.file.read()) };
    return this.settings;
  }

  /** Changes the settings that the patch names. */
  async save(patch: unknown): Promise<void> {
    this.settings = { ...(await this.read()), ...fitting(patch) };
    await this.file.write(this.settings);
  }
}

function fitting(candidate: unknown): Partial<Settings> {
  if (!isRecord(candidate)) return {};
  const entries = Object.entries(checks).filter(([key, check]) => check(candidate[key]));
  return Object.fromEntries(entries.map(([key]) => [key, candidate[key]]));
}
