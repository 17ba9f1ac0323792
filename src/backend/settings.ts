import type { Settings } from '../bridge/settings.ts';
import { isCaptureKind, isSeconds } from './capture/capture-shape.ts';
import { captionSwitches, isPixelRatio, isShare, isViewWidth } from './export-params.ts';
import { JsonFile } from './json-file.ts';
import {
  type Check,
  isBoolean,
  isFiniteNumber,
  isListOf,
  isObject,
  isOneOf,
  isRecord,
  isRecordOf,
  isText,
} from './shapes.ts';

/** What holds where nothing was chosen. */
export const defaults: Settings = {
  theme: 'system',
  orientation: 'icicle',
  colorBy: 'package',
  order: 'weight',
  sampleTypeChoices: {},
  paneSizes: {},
  exporting: {
    what: 'picture',
    pictureFormat: 'png',
    reportFormat: 'md',
    tableFormat: 'csv',
    stacksFormat: 'folded',
    extent: 'shown',
    viewWidth: 1200,
    pixelRatio: 2,
    theme: 'page',
    caption: { files: true, subject: true, denominator: true, legend: true, made: true },
    leastShare: 0.001,
  },
  capturing: {
    address: 'localhost:6060',
    kind: 'heap',
    seconds: 30,
    isOverTime: false,
    gc: false,
    counting: 'none',
    counterAddress: '/debug/vars',
    metric: '',
  },
};

const MAX_ENTRIES = 1000;

/** An address in which there is neither a user nor a parameter. */
const isWithoutSecrets: Check<string> = (value): value is string =>
  isText(10_000)(value) && !/[@?#]/.test(value);

const checks: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
  theme: isOneOf(['system', 'light', 'dark']),
  orientation: isOneOf(['icicle', 'flame']),
  colorBy: isOneOf(['package', 'module', 'share']),
  order: isOneOf(['weight', 'name']),
  sampleTypeChoices: isRecordOf(isText(1000), MAX_ENTRIES),
  paneSizes: isRecordOf(isListOf(isFiniteNumber, 20), MAX_ENTRIES),
  exporting: isObject({
    what: isOneOf(['picture', 'page', 'report', 'table', 'stacks', 'profile']),
    pictureFormat: isOneOf(['png', 'svg']),
    reportFormat: isOneOf(['md', 'html']),
    tableFormat: isOneOf(['csv', 'tsv', 'json']),
    stacksFormat: isOneOf(['folded', 'speedscope']),
    extent: isOneOf(['shown', 'whole']),
    viewWidth: isViewWidth,
    pixelRatio: isPixelRatio,
    theme: isOneOf(['page', 'light', 'dark']),
    caption: isObject(captionSwitches),
    leastShare: isShare,
  }),
  capturing: isObject({
    address: isWithoutSecrets,
    kind: isCaptureKind,
    seconds: isSeconds,
    isOverTime: isBoolean,
    gc: isBoolean,
    counting: isOneOf(['none', 'typed', 'counter']),
    counterAddress: isWithoutSecrets,
    metric: isText(1000),
  }),
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
