import type { Profile } from '../../profile/profile.ts';
import { formatInteger } from '../../units/integer.ts';
import type { FileFormat } from '../file-format.ts';
import { readGoLabels } from './go-labels.ts';
import type { LineCursor } from './line-cursor.ts';
import { TextDecoding, type TextReader } from './text-decoding.ts';
import { TextProfile } from './text-profile.ts';

/**
 * What Go writes with debug=1 for goroutine, threadcreate and profiles of one's own, as `parseGoCount` of pprof reads
 * it (profile/legacy_profile.go), and with the labels that Go puts below a row (`printCountProfile` in runtime/pprof):
 *
 *     goroutine profile: total 93
 *     19 @ 0x6eb9e1 0x4797e1
 *     # labels: {"endpoint":"/v1/orders", "tenant":"tenant-004"}
 */
export const countText: FileFormat = {
  recognises: ({ lines }) => {
    const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
    return first !== undefined && HEADER.test(first.trim());
  },
  startDecoding: () => new TextDecoding(() => new CountReader()),
};

const HEADER = /^(\S+) profile: total (\d{1,15})$/;
const ROW = 'a row of a profile that counts';

class CountReader implements TextReader {
  private readonly profile = new TextProfile();
  /** The count above the rows; -1 before that was seen. */
  private total = -1;
  private sum = 0;
  private unreadLabels = 0;

  get length(): number {
    return this.profile.length;
  }

  take(line: LineCursor): void {
    if (this.total < 0) this.takeHeader(line);
    else if (line.take('# labels: ')) this.takeLabels(line.rest());
    else if (!this.profile.takeOther(line)) this.takeRow(line);
  }

  finish(lastLine: LineCursor): Profile {
    const { warnings } = this.profile.builder;
    if (this.unreadLabels > 0) {
      warnings.push(
        `Labels of ${formatInteger(this.unreadLabels)} of its stacks are not as Go writes them, and are left out.`,
      );
    }
    if (this.sum !== this.total) {
      warnings.push(
        `Its first line counts ${formatInteger(this.total)} in all, its rows ${formatInteger(this.sum)}: a part of the file is missing, or was changed.`,
      );
    }
    return this.profile.finish(lastLine);
  }

  private takeHeader(line: LineCursor): void {
    if (line.peek() === HASH) return;
    const [, name = '', total = ''] = HEADER.exec(line.whole()) ?? [];
    if (name === '') throw line.fault('the first line of a profile that counts');
    this.total = Number(total);
    const type = { type: name, unit: 'count' };
    this.profile.builder.periodType = type;
    this.profile.builder.period = 1;
    this.profile.useTypes(type);
  }

  private takeRow(line: LineCursor): void {
    if (line.take('---')) {
      this.profile.skipRest();
      return;
    }
    const count = line.integer();
    line.skipSpaces();
    if (Number.isNaN(count) || !line.take('@')) throw line.fault(ROW);
    this.profile.addSample([count], line, ROW);
    this.sum += count;
  }

  private takeLabels(text: string): void {
    const labels = readGoLabels(text);
    if (labels === null) this.unreadLabels++;
    else for (const label of labels) this.profile.addLabel(label);
  }
}

const HASH = 0x23;
