/** The command was used wrongly: `message` says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `allocscope --help` prints. */
export const HELP = `Allocscope: where a Go program allocates, from its profiles.

Usage:
  allocscope open FILE...           show profiles in the application
  allocscope top FILE [options]     print the functions that weigh most, as go tool pprof -top does
  allocscope info FILE [--json]     print what a profile holds
  allocscope --help | --version

Options of top:
  --sample TYPE        sample type by name or number; by default the one the application shows first
  --granularity G      functions (default), filefunctions, files, lines or addresses
  --no-inlines         count inlined functions as part of those they were inlined into
  --cum                order by cum rather than flat
  --nodes N            print N rows at most; by default all that are not zero
  --focus RE           count only samples with a function, file or mapping that matches
  --json               exact integers for programs (docs/cli.md)

Options of open:
  --browser            show it in the browser even where Electron is available
  --no-open            do not open the browser then, only print the address

Exit codes: 0 done, 1 the file is not as it should be, 2 the command is not.
`;
