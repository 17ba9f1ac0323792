import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import type { Profile } from '../../src/core/profile/profile.ts';

/** Texts that break out of HTML, of scripts, of attributes and of lines, or turn what stands around them. */
export const hostileTexts: readonly string[] = [
  '</script><script>globalThis.broken = 1</script>',
  '<!--<script>',
  ']]>-->',
  '"><img src=x onerror="globalThis.broken = 1">',
  "' onmouseover='globalThis.broken = 1",
  '&lt;b&gt;&#60;i&#62;&quot;',
  '</title><svg onload="globalThis.broken = 1">',
  '</style><style>*{display:none}</style>',
  'https://example.com/<a href="javascript:globalThis.broken = 1">x</a>',
  'line\u2028separator\u2029and\nbreak\r\tand\0nothing',
  'right\u202Eto left\u202C \u2066isolate\u2069 \u200Bhidden',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what must not be taken for a template.
  '${globalThis.broken = 1} `template` {{x}}',
  '__proto__',
  'constructor',
  '漢字 émoji 👩‍💻',
];

/** A profile with such a text, or with what `made` makes of each of them, in every place that can hold one. */
export function hostileProfile(
  made: (text: string, at: number) => string = (text) => text,
): Profile {
  const builder = new ProfileBuilder();
  const texts = hostileTexts.map(made);
  const text = (at: number) => texts[at % texts.length] ?? '';
  builder.sampleTypes.push({ type: text(0), unit: text(3) }, { type: text(7), unit: 'count' });
  builder.periodType = { type: text(1), unit: text(2) };
  builder.period = 3;
  builder.docUrl = text(8);
  builder.comments.push(...texts);
  const mapping = builder.addMapping({
    filename: `/bin/${text(0)}`,
    buildId: text(3),
    start: 0n,
    limit: 1n << 20n,
  });
  const locations = texts.map((name, at) => {
    const fn = builder.addFunction({
      name,
      systemName: name,
      filename: text(at + 1),
      startLine: 1,
    });
    return builder.addLocation({
      address: BigInt(at + 1),
      mapping,
      lines: [{ function: fn, line: at + 1 }],
    });
  });
  locations.forEach((location, at) => {
    builder.addSample([location], [100 + at, 1], [{ key: text(at), str: text(at + 1) }]);
    builder.addSample([location, locations[0] ?? 0], [50, 1], []);
  });
  return builder.finish();
}
