import { EVIDENCE_SIDES, FACETS } from '../../bridge/evidence-api.ts';
import { MAX_NOTES } from '../../bridge/investigation.ts';
import { FileFault } from '../file-fault.ts';
import { isScreenState } from '../screen-shape.ts';
import {
  type Check,
  isInteger,
  isListOf,
  isNullOr,
  isObject,
  isOneOf,
  isRecord,
  isText,
} from '../shapes.ts';
import { isPattern } from '../view-shape.ts';
import {
  type EvidenceReference,
  type FileReference,
  INVESTIGATION_VERSION,
  type InvestigationFile,
} from './investigation-file.ts';
import { migrated, type OlderFile } from './migrations.ts';

/** The longest JSON of an investigation, in bytes. Notes and names of functions are all that grows. */
export const MAX_JSON_BYTES = 16 * 2 ** 20;

/** Texts beside the profiles. */
export const MAX_TEXTS = 64;

const MAX_NAME = 1_000;
const MAX_PATH = 32_767;

const isDigest: Check<string> = (value): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isPath: Check<string> = (value): value is string =>
  isText(MAX_PATH)(value) && value !== '' && !value.includes('\0');

const referenceParts = {
  name: isText(MAX_NAME),
  sha256: isDigest,
  path: isNullOr(isPath),
  relativePath: isNullOr(isPath),
};

const isReference: Check<FileReference> = isObject(referenceParts);

const isEvidence: Check<EvidenceReference> = isObject({
  ...referenceParts,
  side: isOneOf(EVIDENCE_SIDES),
});

const isProfiles: Check<readonly FileReference[]> = (value): value is FileReference[] =>
  isListOf(isReference, 2)(value) && value.length > 0;

/** The parts that the page gives, with what each must look like. */
export const viewParts = {
  screen: isScreenState,
  search: isPattern,
  orientation: isOneOf(['icicle', 'flame']),
  colorBy: isOneOf(['package', 'module', 'share']),
  facet: isOneOf(FACETS),
} as const;

export const isNotes: Check<string> = isText(MAX_NOTES);

const parts: { readonly [name: string]: Check<unknown> } = {
  savedBy: isText(MAX_NAME),
  profiles: isProfiles,
  evidence: isListOf(isEvidence, MAX_TEXTS),
  ...viewParts,
  notes: isNotes,
};

/**
 * The investigation of a JSON text, as of the newest version. Throws FileFault with what is wrong and what to do.
 */
export function parseInvestigation(text: string): InvestigationFile {
  const value = parsedJson(text);
  const version = versionOf(value);
  const file = migrated(value, version);
  for (const [name, check] of Object.entries(parts)) {
    if (!check(file[name])) throw wrongPart(name);
  }
  const { savedBy, profiles, evidence, screen, search, orientation, colorBy, facet, notes } =
    file as unknown as InvestigationFile;
  const isCompared = screen.comparison !== null;
  if (isCompared !== (profiles.length === 2)) throw wrongPart('profiles');
  return {
    format: 'allocscope investigation',
    version: INVESTIGATION_VERSION,
    savedBy,
    profiles: profiles.map(referenceOnly),
    evidence: evidence.map((text) => ({ ...referenceOnly(text), side: text.side })),
    screen,
    search,
    orientation,
    colorBy,
    facet,
    notes,
  };
}

/** The JSON text of an investigation: for people to read, too, and one that line by line can be compared. */
export function investigationText(file: InvestigationFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parsedJson(text: string): OlderFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new FileFault(
      'It is an investigation whose text is damaged: take it from where it was saved once more.',
      { cause: thrown },
    );
  }
  if (!isRecord(value)) throw wrongPart('format');
  return value;
}

function versionOf({ version }: OlderFile): number {
  if (!isInteger(1)(version)) throw wrongPart('version');
  if (version > INVESTIGATION_VERSION) {
    throw new FileFault(
      `It was saved by a newer Allocscope (version ${version} of the file): install that one to open it.`,
    );
  }
  return version;
}

/** Without what else stood there. */
const referenceOnly = ({ name, sha256, path, relativePath }: FileReference): FileReference => ({
  name,
  sha256,
  path,
  relativePath,
});

function wrongPart(name: string): FileFault {
  return new FileFault(
    `It is an investigation whose part “${name}” makes no sense: was it changed by hand? Take it from where it was saved once more.`,
  );
}
