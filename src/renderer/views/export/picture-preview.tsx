import { type ExportDraft, type ExportSubject, requestFor } from '../../state/export-request.ts';
import { useApp } from '../../state/use-app.ts';
import { useDraggable } from './use-draggable.ts';
import { usePreview } from './use-preview.ts';

/** The picture as it would be, to be looked at and, where the shell can, to be dragged elsewhere. */
export function PicturePreview({
  subject,
  draft,
  isFaulty,
}: {
  readonly subject: ExportSubject;
  readonly draft: ExportDraft;
  readonly isFaulty: boolean;
}) {
  const app = useApp();
  const named = requestFor(app, subject, draft);
  const { what } = named.request;
  const svg =
    what.kind === 'picture' ? { ...what, format: 'svg' as const, pixelRatio: 1 as const } : what;
  const { url, failure, isStale } = usePreview(
    isFaulty ? null : { ...named, request: { ...named.request, what: svg } },
  );
  const draggable = useDraggable(named);
  return (
    <figure className="export-preview" data-stale={isStale || undefined}>
      <div className="export-picture">
        {failure !== '' && <p>{failure}</p>}
        {failure === '' && url === null && <p>Drawing…</p>}
        {failure === '' && url !== null && (
          <img
            src={url}
            alt="What is exported, as it will be"
            draggable={draggable !== null}
            {...draggable}
          />
        )}
      </div>
      <figcaption>
        {named.name}
        {draggable !== null && ' · drag the picture into another program'}
      </figcaption>
    </figure>
  );
}
