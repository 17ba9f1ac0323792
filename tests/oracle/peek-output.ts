/** A function in the output of `go tool pprof -peek`. */
export interface PeekBlock {
  /** Without the mark of an inlined function, as in `callers` and `callees`. */
  readonly name: string;
  /** Values as printed; those that are zero are left out. */
  readonly callers: ReadonlyMap<string, string>;
  readonly callees: ReadonlyMap<string, string>;
}

const rule = /^-+\+-+$/;
const neighbour = /^ +(\S+) +(\S+%) \| {3}(.*)$/;
const self = /^ *\S+ +\S+% +\S+% +\S+ +\S+% +\| (.*)$/;

/** Takes the output apart. Throws on a line that it does not understand. */
export function parsePeekOutput(text: string): PeekBlock[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const begin = lines.findIndex((line) => line.includes('calls calls%'));
  if (begin < 0) throw new Error('This is no output of pprof -peek.');
  const blocks: PeekBlock[] = [];
  let name: string | null = null;
  let callers = new Map<string, string>();
  let callees = new Map<string, string>();
  for (const line of lines.slice(begin + 2)) {
    const [, value = '', , other = ''] = neighbour.exec(line) ?? [];
    if (other !== '') {
      if (value !== '0') (name === null ? callers : callees).set(withoutMark(other), value);
    } else if (self.test(line)) {
      name = withoutMark(self.exec(line)?.[1] ?? '');
    } else if (rule.test(line)) {
      if (name !== null) blocks.push({ name, callers, callees });
      name = null;
      callers = new Map();
      callees = new Map();
    } else {
      throw new Error(`This is no line of pprof -peek: ${line}`);
    }
  }
  return blocks;
}

const withoutMark = (name: string) => name.replace(/ \((?:partial-)?inline\)$/, '');
