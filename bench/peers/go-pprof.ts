import type { ProfileFile } from '../profile/profile-file.ts';
import { type ProgramRun, runProgram } from '../run-program.ts';

const LIMIT_MS = 180_000;

/** What `go tool pprof -top` takes on a profile; null where Go is not installed. */
export async function measureGoPprof({
  path,
}: ProfileFile): Promise<Omit<ProgramRun, 'output'> | null> {
  // The tool itself, not the go command that would start it, whose memory is not what counts.
  const found = await runProgram('go', ['tool', '-n', 'pprof']).catch(() => null);
  if (found === null) return null;
  const program = found.output.trim();
  const { milliseconds, peakBytes } = await runProgram(program, ['-top', path], {
    limitMs: LIMIT_MS,
    keepsOutput: false,
  });
  return { milliseconds, peakBytes };
}
