import type { Extractor, Taken } from '../extractor.ts';
import { CollectionReader, FIELDS, isAncient, nextBeginning } from './collection-line.ts';
import type { Collections, Gctrace } from './gctrace.ts';
import { Processes } from './processes.ts';

/**
 * Gathers collections from lines that may hold anything before and behind them. A line is unreadable when
 * something in it begins as a collection does and goes on otherwise, even if there is another one in it that
 * was read.
 */
export class GctraceExtractor implements Extractor<Gctrace> {
  private readonly reader = new CollectionReader();
  private readonly processes = new Processes();
  private readonly rowsOfProcess: number[] = [];
  private processOfRow = new Int32Array(FIRST_ROWS);
  /** FIELDS of each row in turn. */
  private cells = new Float64Array(FIRST_ROWS * FIELDS.length);
  private rows = 0;
  private ancientLines = 0;

  take(line: string): Taken {
    let prefix: string | null = null;
    let isDamaged = false;
    for (let at = nextBeginning(line, 0); at >= 0; at = nextBeginning(line, this.reader.end)) {
      const looks = this.reader.read(line, at);
      if (looks === 'other') continue;
      prefix ??= line.slice(0, at);
      if (looks === 'collection') this.add(prefix);
      else isDamaged = true;
    }
    if (prefix !== null) return isDamaged ? 'unreadable' : 'read';
    if (!isAncient(line)) return 'other';
    this.ancientLines++;
    return 'unreadable';
  }

  finish(): Gctrace {
    const processStarts = new Int32Array(this.processes.count + 1);
    for (const [process, rows] of this.rowsOfProcess.entries()) {
      processStarts[process + 1] = processStarts[process] + rows;
    }
    return {
      collections: this.columns(processStarts),
      processStarts,
      ancientLines: this.ancientLines,
    };
  }

  private add(prefix: string): void {
    const { fields } = this.reader;
    if (this.rows === this.processOfRow.length) this.grow();
    const process = this.processes.indexOf(prefix, fields[0], fields[1]);
    this.processOfRow[this.rows] = process;
    this.rowsOfProcess[process] = (this.rowsOfProcess[process] ?? 0) + 1;
    this.cells.set(fields, this.rows * FIELDS.length);
    this.rows++;
  }

  private grow(): void {
    const { cells, processOfRow } = this;
    this.cells = new Float64Array(cells.length * 2);
    this.cells.set(cells);
    this.processOfRow = new Int32Array(processOfRow.length * 2);
    this.processOfRow.set(processOfRow);
  }

  /** Columns in the order of processes. */
  private columns(processStarts: Int32Array): Collections {
    const next = processStarts.slice();
    const placeOfRow = this.processOfRow.subarray(0, this.rows).map((process) => next[process]++);
    const column = <T extends Float64Array | Int32Array | Uint8Array>(field: Field, into: T): T => {
      const offset = FIELDS.indexOf(field);
      for (let row = 0; row < this.rows; row++) {
        into[placeOfRow[row]] = this.cells[row * FIELDS.length + offset];
      }
      return into;
    };
    const numbers = (field: Field) => column(field, new Float64Array(this.rows));
    const wholes = (field: Field) => column(field, new Int32Array(this.rows));
    return {
      number: numbers('number'),
      startSeconds: numbers('startSeconds'),
      cumulativePercent: wholes('cumulativePercent'),
      sweepStopMillis: numbers('sweepStopMillis'),
      concurrentMillis: numbers('concurrentMillis'),
      markStopMillis: numbers('markStopMillis'),
      sweepStopCpuMillis: numbers('sweepStopCpuMillis'),
      assistCpuMillis: numbers('assistCpuMillis'),
      backgroundCpuMillis: numbers('backgroundCpuMillis'),
      idleCpuMillis: numbers('idleCpuMillis'),
      markStopCpuMillis: numbers('markStopCpuMillis'),
      heapStartMB: wholes('heapStartMB'),
      heapEndMB: wholes('heapEndMB'),
      heapLiveMB: wholes('heapLiveMB'),
      heapGoalMB: wholes('heapGoalMB'),
      stacksMB: wholes('stacksMB'),
      globalsMB: wholes('globalsMB'),
      processors: wholes('processors'),
      isForced: column('isForced', new Uint8Array(this.rows)),
    };
  }
}

type Field = (typeof FIELDS)[number];

const FIRST_ROWS = 64;
