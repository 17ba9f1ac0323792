import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { comparisonReport } from '../../../../core/text/comparison/comparison-report.ts';
import {
  REPORT_HEADINGS,
  type ReportEntry,
  type ReportSection,
} from '../../../../core/text/report/report-document.ts';
import { reportMarkdown } from '../../../../core/text/report/report-markdown.ts';
import { comparisonInput } from '../../../../words/report/comparison-input.ts';
import { comparisonDocument } from '../../../../words/report/evidence/report-evidence.ts';
import { attempt } from '../../../state/actions.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { useLatest } from '../../../state/use-latest.ts';
import { useViewAnswer } from '../../../state/use-view-answer.ts';
import { copyText } from '../../parts/copy-text.ts';
import { Icon } from '../../parts/icon.tsx';
import { evidenceOf, useEvidence } from '../evidence/use-evidence.ts';
import { ReportTableView } from './report-table.tsx';
import './report.css';
import { ReportPhrases } from './report-phrases.tsx';
import { useReportEvidence } from './use-report-evidence.ts';

/** The comparison in words: totals, the largest falls and rises, and what they rest on. */
export function ReportView({
  shown: { before, after, comparison },
  framed: { view, frames },
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
}) {
  const app = useApp();
  const percentOf = useStore(app.screen, (state) => state.comparison.percentOf);
  const report = useViewAnswer('report', view);
  const hazards = useViewAnswer('hazards', view);
  const evidence = useEvidence(view);
  const net = useCallback(
    async () => ({ view, total: await app.ask('netTotal', { view }) }),
    [app, view],
  );
  const { value: netTotal } = useLatest(percentOf === 'net' ? net : null);
  const input = useMemo(() => {
    const known = evidenceOf(evidence, view);
    if (report?.view !== view || hazards?.view !== view || known === null) return null;
    if (percentOf === 'net' && netTotal?.view !== view) return null;
    return comparisonInput(
      { before, after, comparison },
      {
        view,
        frames,
        report: report.answer,
        hazards: hazards.answer,
        evidence: known,
        percentOf,
        netTotal: netTotal?.total ?? 0,
      },
    );
  }, [before, after, comparison, view, frames, report, hazards, evidence, percentOf, netTotal]);
  const told = useReportEvidence(view);
  const document = useMemo(
    () =>
      input &&
      (told === null
        ? comparisonReport(input)
        : comparisonDocument(input, { before, after }, told)),
    [input, told, before, after],
  );
  if (document === null) {
    return <main className="workspace-wait">Weighing what changed…</main>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keyboard too.
    <main className="report" tabIndex={0} aria-label="Report">
      <article>
        <header className="report-head">
          <h2>
            <ReportPhrases phrases={document.headline} />
          </h2>
          <button
            type="button"
            className="button"
            disabled={told === null}
            onClick={() => void attempt(app, copyText(reportMarkdown(document)))}
          >
            <Icon name="copy" size={14} />
            Copy as Markdown
          </button>
        </header>
        {document.paragraphs.map((phrases, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs stand in an order.
          <p key={at}>
            <ReportPhrases phrases={phrases} />
          </p>
        ))}
        {told === null && (
          <p className="report-note" role="status">
            What else is known of both runs is being gathered…
          </p>
        )}
        {document.evidence !== null && <ReportTableView table={document.evidence.results} />}
        {document.tables.map((table) => (
          <ReportTableView key={table.title} table={table} />
        ))}
        {document.evidence?.sections.map((section) => (
          <EvidenceSection key={section.title} section={section} />
        ))}
        {document.evidence !== null && document.evidence.missing.length > 0 && (
          <>
            <h3>{REPORT_HEADINGS.missing}</h3>
            <ReportEntries entries={document.evidence.missing} />
          </>
        )}
        <h3>{REPORT_HEADINGS.hazards}</h3>
        {document.hazards.length === 0 ? (
          <p>{document.noHazards}</p>
        ) : (
          <ul className="report-hazards">
            {document.hazards.map(({ severity, text }) => (
              <li key={text} data-severity={severity}>
                {text}
              </li>
            ))}
          </ul>
        )}
        <h3>{REPORT_HEADINGS.method}</h3>
        <ReportEntries entries={document.method} />
        <h3>{REPORT_HEADINGS.terms}</h3>
        <ReportEntries entries={document.terms} />
      </article>
    </main>
  );
}

/** What one kind of evidence says. */
function EvidenceSection({ section }: { readonly section: ReportSection }) {
  return (
    <>
      <h3>{section.title}</h3>
      {section.paragraphs.map((phrases, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs stand in an order.
        <p key={at}>
          <ReportPhrases phrases={phrases} />
        </p>
      ))}
      {section.tables.map((table, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several may have one title.
        <ReportTableView key={at} table={table} level="h4" />
      ))}
    </>
  );
}

/** Things with their explanations. */
function ReportEntries({ entries }: { readonly entries: readonly ReportEntry[] }) {
  return (
    <dl className="report-entries">
      {entries.map(({ label, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several may have one label.
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <ReportPhrases phrases={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
