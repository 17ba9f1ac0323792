import { memo } from 'react';
import { chooseRules } from '../../../state/comparing.ts';
import { type ComparedView, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { DialogFrame } from '../../dialogs/dialog-frame.tsx';
import { JoinedList } from './joined-list.tsx';
import './matching.css';
import { RenameRules } from './rename-rules.tsx';

/** How functions of both sides were joined, and the rules of one's own. */
export const MatchingDialog = memo(function MatchingDialog({
  shown: { view },
  framed,
}: {
  readonly shown: ComparedView;
  readonly framed: Framed | null;
}) {
  const app = useApp();
  const rules = view.base?.rules;
  return (
    <DialogFrame dialog="matching" title="Matching of names">
      {rules !== undefined && (
        <RenameRules
          renames={rules.renames}
          onApply={(renames) => chooseRules(app, view, { ...rules, renames })}
        />
      )}
      {framed !== null && <JoinedList frames={framed.frames} />}
    </DialogFrame>
  );
});
