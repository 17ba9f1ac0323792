import type { Theme } from '../../core/drawing/colors.ts';
import { PAGE_COLORS, PAPER } from '../../core/drawing/page-colors.ts';

/** The style sheet of a report: on screen in its theme, on paper light. Its fonts are in it. */
export async function reportStyle(theme: Theme): Promise<string> {
  const paper = `@media print{:root{${colors('light')}}}`;
  return [await fonts(), `:root{${colors(theme)}}`, paper, sheet].join('\n');
}

/** `ink2` is `--ink2`. */
const colors = (theme: Theme): string =>
  [
    `color-scheme:${theme}`,
    `--paper:${PAPER[theme]}`,
    ...Object.entries(PAGE_COLORS[theme]).map(([name, color]) => `--${name}:${color}`),
  ].join(';');

/** Latin alone: other scripts are set in a font of the reader's. The files lie in a part of the program of their own. */
async function fonts(): Promise<string> {
  const { FONT_FILES } = await import('../fonts/font-files.ts');
  const { regular, medium, semibold, mono } = FONT_FILES;
  return [
    face('Inter', 400, regular[0]),
    face('Inter', 500, medium[0]),
    face('Inter', 600, semibold[0]),
    face('JetBrains Mono', 400, mono[0]),
  ].join('\n');
}

const face = (family: string, weight: number, dataUrl: string) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(${dataUrl}) format("woff")}`;

const sheet = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.6 Inter,"Segoe UI",system-ui,sans-serif;font-variant-numeric:tabular-nums;-webkit-font-smoothing:antialiased}
main{max-width:1184px;margin:0 auto;padding:56px 32px 72px}
h1,h2,h3,h4,h5,h6{margin:0;font-weight:600;line-height:1.3;text-wrap:balance}
h1{max-width:34em;font-size:28px;letter-spacing:-0.012em}
h2{margin-top:48px;font-size:19px;letter-spacing:-0.006em}
h3{margin-top:24px;font-size:16px}
p,ul,ol,dl,blockquote,pre{margin:10px 0 0}
p,li,dd,blockquote{max-width:78ch;text-wrap:pretty}
code{font:400 .9em/1.4 "JetBrains Mono",ui-monospace,monospace;font-feature-settings:"liga" 0,"calt" 0;overflow-wrap:anywhere}
pre{overflow:auto;padding:12px 14px;border:1px solid var(--line);border-radius:6px}
blockquote{padding-left:14px;border-left:3px solid var(--lineStrong)}
a{color:inherit}
.lead{font-size:18px;font-weight:500;margin-top:14px}
.source,.table-note{color:var(--ink2)}
.table-note{margin-top:4px;font-size:13px}
.caution{padding-left:14px;border-left:3px solid var(--warn);color:var(--warn)}
.notes{margin-top:48px;padding:2px 24px 22px;border:1px solid var(--line);border-radius:8px}
.notes h2{margin-top:20px}
figure{margin:14px 0 0}
figure svg,figure img{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:8px}
figure text{font-variant-ligatures:none}
figure .paper{display:none}
.table{margin-top:12px;overflow-x:auto}
.table:focus-visible{outline:2px solid var(--before);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.45}
th,td{padding:7px 0 7px 20px;border-bottom:1px solid var(--line);font-weight:400;text-align:end;vertical-align:top;white-space:nowrap}
thead th{border-color:var(--lineStrong);color:var(--ink3);font-size:12.5px;vertical-align:bottom}
th:first-child,td:first-child{padding-left:0;text-align:start;white-space:normal}
tbody th{min-width:16em}
:is(th,td) small{display:block;color:var(--ink3);font-size:12px}
[data-tone=fall]{color:var(--fallInk)}
[data-tone=rise]{color:var(--riseInk)}
[data-tone=doubtful]{color:var(--ink3);font-style:italic}
.hazards{padding:0;list-style:none}
.hazards li{margin-top:8px;padding:2px 0 2px 14px;border-left:3px solid var(--lineStrong)}
.hazards [data-severity=stop]{border-color:var(--danger);color:var(--danger)}
.hazards [data-severity=warn]{border-color:var(--warn);color:var(--warn)}
dl{font-size:14px}
dl>div{display:grid;grid-template-columns:10em 1fr;gap:0 24px;margin-top:7px}
dt{color:var(--ink3)}
dd{margin:0;color:var(--ink2);overflow-wrap:anywhere}
footer{margin-top:56px;padding-top:14px;border-top:1px solid var(--line);color:var(--ink3);font-size:13px}
@media (max-width:640px){main{padding:28px 16px 40px}h1{font-size:23px}dl>div{grid-template-columns:1fr}tbody th{min-width:11em}}
@media print{figure .screen{display:none}figure .paper{display:block}@page{margin:16mm 14mm}body{font-size:10.5pt}main{max-width:none;padding:0}h1{font-size:19pt}h2{margin-top:24pt;font-size:13pt}h2,h3,.table-note{break-after:avoid}figure,tr,p,li,dl>div{break-inside:avoid}.table{overflow:visible}table{font-size:8.5pt}th,td{padding-left:8pt}tbody th{min-width:11em}}
`;
