import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JoinClass } from '../../../../src/core/analysis/escape-join/escape-join.ts';
import { decodePprof } from '../../../../src/core/formats/pprof/decode.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { escapesIn } from '../../../helpers/escapes.ts';
import { drawFiles, drawJoin, joined } from './draw-join.ts';

const draw = (profile: string, said: string) => {
  const evidence = escapesIn(said);
  const found = joined(drawProfile(`types objects/count space/bytes\n${profile}`), evidence);
  return { lines: `\n${drawJoin(found, evidence)}\n`, files: `\n${drawFiles(found, evidence)}\n` };
};

describe('a line that allocates', () => {
  it('is explained by what the compiler says of it, else of the call that it was inlined into', () => {
    const { lines } = draw(
      `
      main.main@/src/app/main.go:5;app/q.Add@/src/app/q/q.go:8        3 48
      main.main@/src/app/main.go:5;app/q.Add@/src/app/q/q.go:9        2 64
      main.main@/src/app/main.go:6>app/q.New@/src/app/q/q.go:20       1 80
      main.main@/src/app/main.go:7>app/q.New@/src/app/q/q.go:20       1 80
      main.main@/src/app/main.go:5;fmt.Sprintf@/go/src/fmt/print.go:9 4 16
      main.main                                                       1 1
      -                                                               1 2
      `,
      `
# app/q
q/q.go:8:2: moved to heap: x
q/q.go:8:7: y escapes to heap
q/q.go:8:9: z does not escape
q/q.go:9:3: leaking param: it
# app
./main.go:6:9: &q.Queue{...} escapes to heap
./main.go:7:9: n does not escape
`,
    );
    expect(lines).toMatchInlineSnapshot(`
      "
      4 16 fmt.Sprintf /go/src/fmt/print.go:9 | fileSilent
      3 48 app/q.Add /src/app/q/q.go:8 | explained | moved to heap: x | y escapes to heap
      2 160 app/q.New /src/app/q/q.go:20 | explainedAtCall (1 of them) | &q.Queue{...} escapes to heap
      2 64 app/q.Add /src/app/q/q.go:9 | lineSilent
      1 1 main.main | noLine
      all 13 291: explained 3 48, explainedAtCall 1 80, lineSilent 3 144, fileSilent 4 16, noLine 2 3
      "
    `);
  });

  it('is not explained by a constant that becomes an interface', () => {
    const { lines } = draw(
      `
      main.main@/src/app/main.go:5                                                           3 48
      main.main@/src/app/main.go:6>strings.(*Builder).WriteString@/go/src/strings/builder.go:124  2 64
      main.main@/src/app/main.go:7                                                           1 32
      `,
      `
# app
./main.go:5:9: "cached" escapes to heap
./main.go:6:15: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
./main.go:7:9: "a" + b + "c" escapes to heap
`,
    );
    expect(lines).toMatchInlineSnapshot(`
      "
      3 48 main.main /src/app/main.go:5 | lineSilent | "cached" escapes to heap
      2 64 strings.(*Builder).WriteString /go/src/strings/builder.go:124 | fileSilent
      1 32 main.main /src/app/main.go:7 | explained | "a" + b + "c" escapes to heap
      all 6 144: explained 1 32, explainedAtCall 0 0, lineSilent 3 48, fileSilent 2 64, noLine 0 0
      "
    `);
  });

  it('is not explained by what stands there in other source, whose functions are others', () => {
    const { lines } = draw(
      `
      main.main@/src/q.go:1;q.(*T[int]).Add.func1@/src/q/q.go:8  4 1
      main.main@/src/q.go:1;q.Drop.Add.func2@/src/q/q.go:8       3 1
      main.main@/src/q.go:1;q.init@/src/q/q.go:8                 2 1
      main.main@/src/q.go:1;q.Drop@/src/q/q.go:8                 1 1
      `,
      `
# q
q/q.go:5:13: cannot inline (*T[go.shape.int]).Add: function too complex
q/q.go:8:2: moved to heap: x
`,
    );
    expect(lines).toMatchInlineSnapshot(`
      "
      4 1 q.(*T[int]).Add.func1 /src/q/q.go:8 | explained | moved to heap: x
      3 1 q.Drop.Add.func2 /src/q/q.go:8 | explained | moved to heap: x
      2 1 q.init /src/q/q.go:8 | explained | moved to heap: x
      1 1 q.Drop /src/q/q.go:8 | lineSilent | moved to heap: x
      all 10 4: explained 9 3, explainedAtCall 0 0, lineSilent 1 1, fileSilent 0 0, noLine 0 0
      "
    `);
  });

  it('is not explained by an inlined body that -json says is of another line', () => {
    const at = (line: number) => `{"start":{"line":${line},"character":3}}`;
    const { lines } = draw(
      `
      main.main@/src/main.go:6>q.New@/src/q/q.go:20  1 80
      main.main@/src/main.go:6>q.Old@/src/q/q.go:30  1 80
      main.main@/src/main.go:6                       1 80
      `,
      [
        '{"version":0,"package":"main","goos":"linux","goarch":"amd64","gc_version":"go1.23.5","file":"/src/main.go"}',
        `{"range":${at(6)},"severity":3,"code":"escape","source":"go compiler","message":"\\u0026T{...} escapes to heap","relatedInformation":[{"location":{"uri":"file:///src/q/q.go","range":${at(20)}},"message":"inlineLoc"}]}`,
      ].join('\n'),
    );
    expect(lines).toMatchInlineSnapshot(`
      "
      1 80 main.main /src/main.go:6 | lineSilent | &T{...} escapes to heap
      1 80 q.New /src/q/q.go:20 | explainedAtCall | &T{...} escapes to heap
      1 80 q.Old /src/q/q.go:30 | fileSilent
      all 3 240: explained 0 0, explainedAtCall 1 80, lineSilent 1 80, fileSilent 1 80, noLine 0 0
      "
    `);
  });
});

describe('a file', () => {
  it('is found beneath any root, with -trimpath, in the module cache, on Windows', () => {
    const { files } = draw(
      `
      a/b.F@/build/one/a/b/b.go:1                               1 1
      main.F@C:/work/cmd/api/main.go:1                          1 1
      example.com/m.F@example.com/m@v1.2.3/m.go:1               1 1
      github.com/Big/lib.F@/go/pkg/mod/github.com/!big/lib@v2.0.0/lib.go:1  1 1
      `,
      `
# a/b
b/b.go:1:1: moved to heap: x
# a/cmd/api
.\\cmd\\api\\main.go:1:1: moved to heap: x
# example.com/m
/home/me/go/pkg/mod/example.com/m@v1.2.3/m.go:1:1: moved to heap: x
# github.com/Big/lib
./lib.go:1:1: moved to heap: x
`,
    );
    expect(files).toMatchInlineSnapshot(`
      "
      /build/one/a/b/b.go is b/b.go
      C:/work/cmd/api/main.go is cmd\\api\\main.go
      example.com/m@v1.2.3/m.go is /home/me/go/pkg/mod/example.com/m@v1.2.3/m.go
      /go/pkg/mod/github.com/!big/lib@v2.0.0/lib.go is lib.go
      "
    `);
  });

  it('is not another of its name', () => {
    const { files } = draw(
      `
      runtime.F@/usr/lib/go/src/runtime/store.go:1           1 1
      net/http.F@/usr/lib/go/src/net/http/server.go:1        1 1
      github.com/x/codec.F@/mod/github.com/x/codec/codec.go:1  1 1
      app/codec.F@/src/app/codec/codec.go:1                  1 1
      app/store.F@/src/app/store/store.go:1                  1 1
      `,
      `
# app/store
./store.go:1:1: moved to heap: x
# app/internal
internal/server.go:1:1: moved to heap: x
# app/codec
codec/codec.go:1:1: moved to heap: x
`,
    );
    expect(files).toMatchInlineSnapshot(`
      "
      /usr/lib/go/src/runtime/store.go is none
      /usr/lib/go/src/net/http/server.go is none
      /mod/github.com/x/codec/codec.go is none
      /src/app/codec/codec.go is codec/codec.go
      /src/app/store/store.go is store.go
      "
    `);
  });

  it('of a program is decided by the lines that allocate in both, or not at all', () => {
    const profile = `
      main.F@/src/one/main.go:7  1 1
      main.G@/src/one/main.go:9  1 1
      `;
    const one = '# x/one\n./main.go:7:1: moved to heap: x\n./main.go:9:1: moved to heap: y\n';
    const two = '# x/two\n./main.go:7:1: moved to heap: x\n';
    const other = '# x/two\n./main.go:9:1: moved to heap: x\n./main.go:7:2: moved to heap: y\n';
    // The folder is the last element of the import path.
    expect(draw(profile, two + one).files).toMatchInlineSnapshot(`
      "
      /src/one/main.go is main.go
      "
    `);
    const moved = profile.replaceAll('/src/one', '/src');
    expect(draw(moved, two + one).files).toMatchInlineSnapshot(`
      "
      /src/main.go is main.go, decided
      "
    `);
    expect(draw(moved, other + one).files).toMatchInlineSnapshot(`
      "
      /src/main.go is none, undecided
      "
    `);
  });
});

describe('the seed story', () => {
  it.each(['before', 'after'])('%s is joined as its sources bear out', async (side) => {
    const bytes = readFileSync(`tests/fixtures/pprof/seed-story/${side}/heap.pb.gz`);
    const profile = decodePprof(gunzipSync(bytes), () => {});
    const evidence = escapesIn(
      readFileSync(`tests/fixtures/seed-story/${side}/escape.txt`, 'utf8'),
    );
    const found = joined(profile, evidence);
    await expect(
      `${drawJoin(found, evidence)}\n\n${drawFiles(found, evidence)}\n`,
    ).toMatchFileSnapshot(
      joinPath(import.meta.dirname, `../../../golden/evidence/escape-join/${side}.txt`),
    );
  });
});

describe('any profile and any diagnostics', () => {
  const line = fc.integer({ min: 1, max: 3 });
  const file = fc.constantFrom(
    'a/x.go',
    'b/x.go',
    'x.go',
    '/src/a/x.go',
    '/src/c/x.go',
    '/src/y.go',
  );
  const frame = fc
    .tuple(fc.constantFrom('a.F', 'b.F', 'c.F', 'main.F'), file, line)
    .map(([name, path, at]) => `${name}@${path}:${at}`);
  const stack = fc
    .tuple(frame, fc.constantFrom(';', '>'), frame, fc.nat(9), fc.nat(9))
    .map(([outer, mark, inner, objects, bytes]) => `${outer}${mark}${inner} ${objects} ${bytes}`);
  const said = fc
    .tuple(
      file,
      line,
      fc.constantFrom('moved to heap: x', 'y escapes to heap', 'z does not escape'),
    )
    .map(([path, at, message]) => `${path}:${at}:1: ${message}`);

  it('sum up to the profile in lines as in classes, explained or not', () => {
    fc.assert(
      fc.property(fc.array(stack, { minLength: 1 }), fc.array(said), (stacks, lines) => {
        const profile = drawProfile(['types o/count s/bytes', ...stacks].join('\n'));
        const { join } = joined(profile, escapesIn(lines.join('\n')));
        const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
        const [objects, bytes] = profile.samples.values.map(sum);
        const explained = (column: Float64Array) =>
          sum(column.slice(JoinClass.explained, JoinClass.lineSilent));
        expect([sum(join.objects), sum(join.bytes)]).toEqual([objects, bytes]);
        expect([sum(join.classObjects), sum(join.classBytes)]).toEqual([objects, bytes]);
        expect(sum(join.explainedObjects)).toBe(explained(join.classObjects));
        expect(sum(join.explainedBytes)).toBe(explained(join.classBytes));
      }),
    );
  });
});
