/** The command was used wrongly: `message` says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `allocscope --help` prints. */
export const HELP = `Allocscope: where a Go program allocates, from its profiles.

Usage:
  allocscope open FILE...           show profiles or investigations in the application
  allocscope open BEFORE AFTER      show two profiles as a comparison
  allocscope BEFORE AFTER           the same; a FILE named like a command needs “open”
  allocscope top FILE [options]     print the functions that weigh most, as go tool pprof -top does
  allocscope diff BEFORE AFTER [options]
                                    print what changed, as go tool pprof -top -diff_base does
  allocscope export FILE | BEFORE AFTER --to OUT [options]
                                    make a picture, page, report, table or profile of it
  allocscope capture URL --out FILE [options]
                                    save a profile of a running service (net/http/pprof)
  allocscope info FILE [--json]     print what a profile holds
  allocscope gctrace FILE | BEFORE AFTER [options]
                                    print what the collector did, from the lines of GODEBUG=gctrace=1
  allocscope bench FILE | BEFORE AFTER [options]
                                    print what benchmarks measured, as benchstat does
  allocscope escape FILE | BEFORE AFTER [--profile HEAP] [options]
                                    print what go build -gcflags=-m said, and what it costs
  allocscope sites FILE [--escape FILE] [--source FOLDER] [options]
                                    print why lines allocate: by which pattern, as far as that is shown
  allocscope --help | --version

Options of top, diff and export:
  --sample TYPE        sample type by name or number; by default the one the application shows first
  --granularity G      functions (default), filefunctions, files, lines or addresses
  --no-inlines         count inlined functions as part of those they were inlined into
  --cum                order by cum rather than flat
  --nodes N            N rows at most; by default all that are not zero, in pictures 30
  --focus RE           count only samples with a function, file or mapping that matches
  --json               (top, diff) exact integers for programs (docs/cli.md)

Options of diff and export:
  --per-before N --per-after M
                       show values divided by what each side did, such as its requests
  --per-unit WORD      what N and M count; "unit" by default
  --seconds            show values per second of each profile's duration
  --collections        show values per collection that each profile's MemStats count
  --normalize          scale the values after so that both sides have the same total
  --percent-of WHAT    what percentages refer to: before (default), after or net
  --exact              join functions by their exact names only
  --rename 'RE=TO'     rename functions of the profile before; may be repeated
  --fail-if 'COND'     (diff) exit with 3 if COND holds, such as 'alloc_objects > +5%'; may be repeated
  --significant        (diff) let --fail-if count only changes that are beyond sampling noise

Options of export (docs/cli.md has those of colours, orders and captions):
  --to OUT             file to make, by its ending: png, svg, html, md, csv, tsv, json, folded,
                       speedscope.json or pb.gz; - with --format ENDING for standard output
  --what WHAT          graph, sides, difference, table, summary; page or report
  --width N            width of a picture in px; 1200 by default
  --scale N            pixels of a PNG for each px: 1, 2 (default) or 4
  --theme THEME        light (default) or dark; of a page also system (default)
  --title TEXT         the title, instead of the one that follows from the view
  --no-caption         nothing but what is shown
  --least-share P      merge boxes of a page under this share; 0.1% by default
  --notes FILE         the author's own words in a report, in Markdown
  --evidence FILE      a log, benchmark results, compiler output or load report that a report tells
                       about; may be repeated, as --evidence-before and --evidence-after
  --force              replace files that exist

The FILE of gctrace or bench may be any text that holds such lines, compressed or not; - is standard input.

Options of gctrace:
  --process N          one of the processes that a text is of; by default all
  --from S, --to S     only collections that began in these seconds of the process
  --json               numbers for programs (docs/cli.md)

Options of bench:
  --ignore KEY         compare results although this setting differs, such as cpu; may be repeated
  --filter RE          only benchmarks whose full name matches
  --sort ORDER         within each table: file (default) as they come, change the largest first, or p
  --json               numbers for programs (docs/cli.md)

Options of escape:
  --profile HEAP       a heap profile of the build; given twice, of the builds before and after
  --per N              show costs divided by N, such as the requests of the profile
  --flow               explain step by step how values get to the heap; needs output of -m=2
  --all                print messages of every kind, not those of allocations alone
  --json               exact integers for programs (docs/cli.md)

Options of sites:
  --escape FILE        what go build -gcflags=-m=2 said of the build
  --source FOLDER      the source of the module; only files beneath it are read
  --sample TYPE, --focus RE, --nodes N
                       as those of top; 30 lines by default
  --per N              show costs divided by N, such as the requests of the profile
  --json               exact integers for programs (docs/cli.md)

Options of capture:
  --out FILE           file to make
  --kind KIND          heap (default), allocs, cpu, mutex, block, goroutine or threadcreate;
                       or name it in the URL
  --gc                 collect garbage before a heap profile
  --seconds N          what happens in N seconds, rather than all since the start
  --header 'K: V'      a header to send, such as Authorization; it goes to that host alone
  --header-env NAME    the same from a variable, where no list of processes shows it
  --counter URL --metric NAME
                       read the number of requests: expvar (a path in its JSON) or Prometheus
                       text (a name, or name{label="value"})
  --timeout S          seconds that the service may be silent, besides those of --seconds; 30
  --max-bytes N        take no more than this; 268435456
  --insecure           accept any certificate
  --force, --json      replace a file that exists; facts for programs

Options of open:
  --browser            show it in the browser even where Electron is available
  --no-open            do not open the browser then, only print the address

Exit codes: 0 done, 1 a file is not as it should be, or cannot be made, 2 the command
is not, 3 a condition of --fail-if holds.
`;
