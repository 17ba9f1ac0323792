import type { ReactNode } from 'react';
import { Group, type Layout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { changeSettings } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';
import './pane-group.css';

/** Panes side by side or one above the other, whose sizes are remembered under the group's name. */
export function PaneGroup({
  name,
  panes,
  orientation,
  children,
}: {
  readonly name: string;
  /** Ids of the panes in it, in order. */
  readonly panes: readonly string[];
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}) {
  const app = useApp();
  const sizes = useStore(app.settings, (settings) => settings.paneSizes[name]);
  const remember = (layout: Layout) => {
    const { paneSizes } = app.settings.getState();
    const asked = panes.map((pane) => layout[pane] ?? 0);
    changeSettings(app, { paneSizes: { ...paneSizes, [name]: asked } });
  };
  return (
    <Group
      id={name}
      className="pane-group"
      orientation={orientation}
      {...layoutOf(panes, sizes)}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) remember(layout);
      }}
    >
      {children}
    </Group>
  );
}

function layoutOf(
  panes: readonly string[],
  sizes: readonly number[] | undefined,
): { readonly defaultLayout?: Layout } {
  if (sizes === undefined || sizes.length !== panes.length) return {};
  return { defaultLayout: Object.fromEntries(panes.map((pane, at) => [pane, sizes[at] ?? 0])) };
}
