import { visibleJson } from '../core/text/visible-text.ts';
import { exactJson } from './exact-json.ts';
import type { SitesReport } from './sites-text.ts';

/** The sites for programs, as docs/cli.md says. */
export function sitesJson({
  sites,
  siteCount,
  objects,
  bytes,
  objectType,
  byteType,
}: SitesReport): string {
  const json = exactJson({
    objectType,
    byteType,
    objects,
    bytes,
    siteCount,
    sites: sites.map((site) => ({
      function: site.functionName,
      file: site.path,
      line: site.line,
      source: site.text,
      objects: site.objects,
      bytes: site.bytes,
      itself: site.allocatesItself,
      calls: site.called,
      patterns: site.names.map(
        ({ rule, certainty, objects: named, bytes: size, isShared, evidence }) => ({
          pattern: rule.pattern,
          name: rule.name,
          certainty,
          objects: named,
          bytes: size,
          shared: isShared,
          evidence: evidence.map(({ witness, says, quote }) => ({ witness, says, quote })),
          advice: rule.advice,
          exception: rule.exception,
        }),
      ),
    })),
  });
  return `${visibleJson(json)}\n`;
}
