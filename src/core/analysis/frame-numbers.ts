import { PairNumbers } from './pair-numbers.ts';

/**
 * Numbers frames by what makes them the same to pprof: `NodeInfo` in internal/graph/graph.go. Numbers
 * rather than joined texts, since a profile has many lines in few functions, whose names are long.
 */
export class FrameNumbers {
  private readonly texts = new Map<string, number>();
  private readonly oddPlaces = new Map<number | string, number>();
  private readonly addresses = new Map<bigint, number>();
  private readonly named = new PairNumbers();
  private readonly functions = new PairNumbers();
  private readonly statements = new PairNumbers();
  private readonly started = new PairNumbers();
  private readonly frames = new PairNumbers();

  /**
   * The number of a function. What the granularity does not tell apart is given as '', and so is the object
   * file of a function with a name.
   */
  ofFunction(name: string, file: string, objectFile: string): number {
    const { texts } = this;
    const named = this.named.of(numberOf(texts, name), numberOf(texts, file));
    return this.functions.of(named, numberOf(texts, objectFile));
  }

  /**
   * The number of a frame of a function that `ofFunction` gave the number of: from 0 on, in the order in
   * which they are first met. What the granularity does not tell apart is given as 0, and so is the start
   * line of a function with a name.
   */
  ofFrame(
    functionNumber: number,
    line: number,
    column: number,
    startLine: number,
    address: bigint,
  ): number {
    const place = column === 0 ? this.ofLine(line) : this.ofOddPlace(`${line}:${column}`);
    const statement = this.statements.of(functionNumber, place);
    const started = this.started.of(statement, this.ofLine(startLine));
    return this.frames.of(started, address === 0n ? -1 : numberOf(this.addresses, address));
  }

  /** Lines stand for themselves, but for those that no file has. */
  private ofLine(line: number): number {
    return line >= 0 && line === (line | 0) ? line : this.ofOddPlace(line);
  }

  private ofOddPlace(place: number | string): number {
    return -1 - numberOf(this.oddPlaces, place);
  }
}

/** The number of a value among those met so far, which it may be added to. */
function numberOf<T>(numbers: Map<T, number>, value: T): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const { size } = numbers;
  numbers.set(value, size);
  return size;
}
