import type {
  Site,
  SiteName,
  SiteRow,
  Sites,
  SitesOfSide,
  Witness,
} from '../../bridge/sites-api.ts';
import { baseName } from '../../core/text/path.ts';
import { shortNames } from '../../core/text/short-names.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { formatShare } from '../../core/units/share.ts';
import { counted } from '../counted.ts';

/** How sure a name is, and by whom: `shown by the compiler and the source`, `likely, by the sizes`. */
export function certaintyWords({
  certainty,
  evidence,
}: Pick<SiteName, 'certainty' | 'evidence'>): string {
  // Hints do not show anything, though they agree with what does.
  const speaking = evidence.filter(({ isHint }) => certainty === 'likely' || !isHint);
  const witnesses = speaking.map(({ witness }) => WITNESS_WORDS[witness]);
  const last = witnesses.at(-1) ?? '';
  const named = witnesses.length < 2 ? last : `${witnesses.slice(0, -1).join(', ')} and ${last}`;
  return certainty === 'shown' ? `shown by ${named}` : `likely, by ${named}`;
}

/** Who speaks, within a sentence. */
const WITNESS_WORDS: Readonly<Record<Witness, string>> = {
  compiler: 'the compiler',
  source: 'the source',
  stack: 'the stack',
  sizes: 'the sizes',
};

/** Where a site is: `keys.go:32`; the function alone where no line is known. */
export function placeWords({ file, line }: Pick<Site, 'file' | 'line'>): string {
  if (file === '') return 'no line known';
  return visibleText(line > 0 ? `${baseName(file)}:${line}` : baseName(file));
}

/** The function of a site without its path: `handlers.(*Handler).enrich`. */
export function siteFunction({ functionName }: Pick<Site, 'functionName'>): string {
  const [whole, short] = shortNames(functionName);
  return visibleText(short ?? whole) || 'unknown function';
}

/** Text of the source or the compiler, fit to be shown on one line. */
export const quoteText = (text: string): string => visibleText(text.replace(/\s+/g, ' '));

/** How a line allocates: `It allocates itself, and through fmt.Sprintf.` */
export function waysWords({
  allocatesItself,
  called,
}: Pick<Site, 'allocatesItself' | 'called'>): string {
  const names = called.slice(0, MOST_CALLED).map(visibleText);
  const more = called.length - names.length;
  const through = names.join(', ') + (more > 0 ? ` and ${formatInteger(more)} more` : '');
  if (called.length === 0) return 'The line itself allocates.';
  return allocatesItself
    ? `The line itself allocates, and so does what it calls: ${through}.`
    : `What it calls allocates: ${through}.`;
}

const MOST_CALLED = 3;

/** What became of a site; '' for one that only one profile is known of. */
export type SiteChange = 'new' | 'gone' | 'more' | 'less' | 'same' | '';

/** What became of a site by a value that both sides have, as shown. */
export function siteChange(
  { before, after }: SiteRow,
  isCompared: boolean,
  values: readonly [number, number],
): SiteChange {
  if (!isCompared) return '';
  if (before === null) return 'new';
  if (after === null) return 'gone';
  const [from, to] = values;
  return from === to ? 'same' : to > from ? 'more' : 'less';
}

/** `58 lines allocate. 54 have a name: 93.1% of all objects.` */
export function summaryWords({ siteCount, rows, before, after }: Sites): string {
  const lines = counted(siteCount, 'line allocates', 'lines allocate');
  const named = rows.filter((row) => (row.after?.names.length ?? 0) > 0).length;
  const has = named === 1 ? 'has' : 'have';
  const share = `${formatShare(after.namedObjects, after.objects)} of all objects`;
  return before === null
    ? `${lines}. ${formatInteger(named)} ${has} a name: ${share}.`
    : `${lines} on either side. After, ${formatInteger(named)} ${has} a name: ${share} there.`;
}

/** What is missing that would let more be named, and the command that makes it; '' for none. */
interface Missing {
  readonly says: string;
  readonly command: string;
}

/** What would let more lines of a side be named; empty where all of it is there. */
export function missingWords(side: SitesOfSide, sourcesRead: number): readonly Missing[] {
  const missing: Missing[] = [];
  if (!side.hasCompiler) {
    missing.push({
      says: 'What the compiler says of escapes is missing. Open the file that this writes:',
      command: 'go build -gcflags=-m=2 ./... 2> escape.txt',
    });
  }
  if (sourcesRead === 0 && side.files.length > 0) {
    missing.push({
      says: 'The sources are missing, so that what lines say is not known.',
      command: '',
    });
  }
  return missing;
}
