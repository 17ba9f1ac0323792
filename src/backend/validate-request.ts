import { SIDES } from '../bridge/comparison-api.ts';
import { FACETS } from '../bridge/evidence-api.ts';
import { HOST_METHODS, type HostMethod, type HostRequests } from '../bridge/host.ts';
import type { InvestigationDraft } from '../bridge/investigation.ts';
import type { SoughtSource } from '../bridge/source-api.ts';
import { isCaptureOrder } from './capture/capture-shape.ts';
import { engineParams } from './engine-params.ts';
import { isExportOrder } from './export-params.ts';
import { isNotes, viewParts } from './investigation/parse.ts';
import { isKeptScreen } from './screen-shape.ts';
import {
  type Check,
  isBoolean,
  isInteger,
  isNothing,
  isNullOr,
  isObject,
  isOneOf,
  isRecord,
  isText,
} from './shapes.ts';
import { isName } from './view-shape.ts';

/** A request of which method and parameters belong together. */
export type HostRequest = {
  [M in HostMethod]: { readonly method: M; readonly params: HostRequests[M][0] };
}[HostMethod];

const subject = { profile: isInteger(), base: isNullOr(isInteger()) };

const role = isOneOf(['alone', ...SIDES]);

const MAX_PATH = 100_000;

const isSoughtSource: Check<SoughtSource> = isObject({
  profile: isInteger(),
  role,
  file: isName,
  packagePath: isName,
  root: isNullOr(isText(MAX_PATH)),
});

const isDraft: Check<InvestigationDraft> = isObject({
  ...subject,
  view: isObject(viewParts),
  notes: isNotes,
  withProfiles: isBoolean,
});

type EngineRequestParams = HostRequests['engine'][0];

const isEngineRequest: Check<EngineRequestParams> = (value): value is EngineRequestParams => {
  if (!isRecord(value)) return false;
  const { method, params } = value;
  return isKeyOf(engineParams, method) && engineParams[method](params);
};

const checks: { readonly [M in HostMethod]: Check<HostRequests[M][0]> } = {
  hello: isNothing,
  openExample: isNothing,
  openRecent: isObject({ id: isText(100) }),
  clearRecent: isNothing,
  cancelOpening: isObject({ opening: isInteger() }),
  closeProfile: isObject({ profile: isInteger() }),
  setEvidenceSide: isObject({ evidence: isInteger(), side: isOneOf(['before', 'after', 'run']) }),
  closeEvidence: isObject({ evidence: isInteger() }),
  keepPair: isObject({ pair: isNullOr(isObject({ before: isInteger(), after: isInteger() })) }),
  keepScreen: isKeptScreen,
  keepFacet: isObject({ facet: isOneOf(FACETS) }),
  saveInvestigation: isObject({ draft: isDraft, to: isOneOf(['same', 'chosen']) }),
  locateProfile: isObject({ investigation: isInteger(), at: isInteger() }),
  openAnyway: isObject({ investigation: isInteger() }),
  leaveInvestigation: isObject({ investigation: isInteger() }),
  readNotes: isObject(subject),
  keepNotes: isObject({ ...subject, notes: isNotes }),
  readSource: isSoughtSource,
  chooseSource: isObject({ profile: isInteger(), role, path: isNullOr(isText(MAX_PATH)) }),
  forgetSource: isObject({ folder: isText(MAX_PATH) }),
  openInEditor: isObject({ sought: isSoughtSource, line: isInteger(1), column: isInteger(1) }),
  setEditor: isObject({ command: isText(2_000) }),
  // The settings drop by themselves what does not fit.
  saveSettings: isRecord as Check<HostRequests['saveSettings'][0]>,
  openExternal: isObject({ url: isText(10_000) }),
  export: isExportOrder,
  cancelExport: isObject({ key: isText(100) }),
  showSaved: isObject({ saved: isText(100) }),
  saveCopy: isObject({ saved: isText(100) }),
  openSaved: isObject({ saved: isText(100) }),
  capture: isCaptureOrder,
  cancelCapture: isObject({ key: isText(100) }),
  chooseCaptureFolder: isNothing,
  startDrag: isObject({ drag: isText(100) }),
  engine: isEngineRequest,
};

/** Checks a request from the page, which is not trusted. Throws Error with a sentence. */
export function validateRequest(method: unknown, params: unknown): HostRequest {
  if (!HOST_METHODS.includes(method as HostMethod)) {
    throw new Error('The page asked for something that this version of Allocscope does not know.');
  }
  if (!checks[method as HostMethod](params)) {
    throw new Error(`The page asked for “${method}” in a way that makes no sense.`);
  }
  return { method, params } as HostRequest;
}

function isKeyOf<T extends object>(table: T, key: unknown): key is keyof T {
  return typeof key === 'string' && Object.hasOwn(table, key);
}
