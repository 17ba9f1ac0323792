import type { GoFile } from '../../go-source/go-file.ts';
import { type AllocationFacts, isOwn } from '../facts.ts';
import { ownMessages } from '../own-messages.ts';
import type { Rule, Sign } from '../rule.ts';
import { quoted } from '../source-signs.ts';
import { subjectKind } from '../subject.ts';
import { sign } from '../testimony.ts';

export const capturingClosure: Rule = {
  pattern: 'capturing-closure',
  name: 'Capturing closure',
  meaning:
    'A function literal that uses variables from around it is made on the heap with them, each time the line runs.',
  advice:
    'Pass what it needs as arguments, make it a method or a named function, or start one goroutine that takes work from a channel instead of one for each piece.',
  exception:
    'Where the closure runs once for a request, its few words hardly count beside what it does.',
  witnesses: { compiler: byCompiler, source: bySource },
  shown: [['compiler', 'source'], ['compiler']],
  likely: [['source']],
};

function byCompiler(facts: AllocationFacts): Sign {
  const messages = ownMessages(facts).filter(({ subject }) => subjectKind(subject) === 'closure');
  const message = messages.find(({ says }) => says === 'escapes');
  // One that stays on the stack is not what the line allocates.
  if (message === undefined) return messages.length > 0 ? 'against' : null;
  return sign(
    'The compiler says that a function literal is allocated, which those alone are that capture variables.',
    message.text,
  );
}

function bySource({ source, stack }: AllocationFacts): Sign {
  if (source === null || !isOwn(stack)) return null;
  const { file, line } = source;
  const { first, end } = file.tokensOf(line);
  for (let token = first; token < end; token++) {
    const isStart = file.text(token) === 'go' && file.text(token + 1) !== 'func';
    if (isStart && file.text(token + 2) !== ')') {
      return sign(
        'The line starts a goroutine with arguments, which the compiler keeps in a closure.',
        quoted(source),
      );
    }
    // Behind a bracket it is the type of elements: `map[string]func(){`.
    const isLiteral = file.is(token, 'func', '(') && file.text(token - 1) !== ']';
    if (!isLiteral || isKeptOnStack(file, token)) continue;
    const captured = capturedBy(file, token);
    if (captured.length === 0) continue;
    const names =
      captured.length > 4 ? `${captured.slice(0, 4).join(', ')} and more` : captured.join(', ');
    const start = file.text(token - 1) === 'go' ? ' for a goroutine of its own' : '';
    return sign(
      `The line makes a function${start} that uses ${names} from around it.`,
      quoted(source),
    );
  }
  return 'against';
}

/** Functions of Go's library that call what they are given and forget it. */
const FORGETFUL =
  /(?:^|\W)(?:sort\.(?:Slice|SliceStable|Search|Find)|slices\.\w+Func|strings\.(?:Map|\w+Func)|bytes\.(?:Map|\w+Func))$/;

/** Whether a function literal is handed to a function that does not keep it, so that it stays on the stack. */
function isKeptOnStack(file: GoFile, literal: number): boolean {
  const open = file.bracketAround(literal);
  return FORGETFUL.test(file.textOf({ first: Math.max(0, open - 3), end: open }));
}

/** Names that a function literal uses and the function around it declares, in the order of their use. */
function capturedBy(file: GoFile, literal: number): string[] {
  const around = file.functionAround(literal);
  let body = file.partner(literal + 1) + 1;
  while (body < file.tokens.length && file.text(body) !== '{') body++;
  const end = file.partner(body);
  if (around === null || end < 0) return [];
  const outer = declaredNames(file, around.parameters, literal);
  const own = declaredNames(file, literal, end);
  const captured = new Set<string>();
  for (let token = body; token < end; token++) {
    const name = file.text(token);
    const isSelected = file.text(token - 1) === '.';
    if (file.isWord(token) && !isSelected && outer.has(name) && !own.has(name)) captured.add(name);
  }
  // A receiver stands before the parameters.
  const receiver =
    file.text(around.parameters - 2) === ')'
      ? file.text(file.partner(around.parameters - 2) + 1)
      : '';
  for (let token = body; token < end && receiver !== ''; token++) {
    if (file.text(token) === receiver && file.text(token - 1) !== '.' && !own.has(receiver))
      captured.add(receiver);
  }
  return [...captured];
}

/** Names that are declared in some tokens: `name :=`, `name, other :=`, `var name`, parameters `name T`. */
function declaredNames(file: GoFile, from: number, to: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let token = from; token < to; token++) {
    if (!file.isWord(token) || file.text(token - 1) === '.') continue;
    const next = file.behindNames(token);
    const text = file.text(next);
    const isOnLine = file.tokens.line[next] === file.tokens.line[token];
    const isTyped =
      isOnLine &&
      !STATEMENTS.has(file.text(token)) &&
      (file.isWord(next) || text === '*' || file.is(next, '[', ']'));
    if (text === ':=' || isTyped) names.add(file.text(token));
  }
  return names;
}

/** Words that another word may follow without being declared by it. */
const STATEMENTS: ReadonlySet<string> = new Set(
  'return case range if for switch go defer else select var const func type chan map interface struct package import'.split(
    ' ',
  ),
);
