import type { MenuChoice } from './flame-menu.tsx';
import type { FlameStage } from './flame-stage.ts';
import type { FlameBox, FlameGraphProps } from './flame-types.ts';

/** What the menu of a box offers. */
export function boxChoices(
  box: FlameBox,
  stage: FlameStage,
  {
    source,
    onCopy,
    onFocusFrame,
    onShowSource,
  }: Pick<FlameGraphProps, 'source' | 'onCopy' | 'onFocusFrame' | 'onShowSource'>,
): MenuChoice[] {
  const { place } = box;
  const zoom = { text: 'Zoom to this box', act: () => stage.zoomTo(place) };
  const reset = { text: 'Show the whole graph', act: () => stage.camera.reset() };
  if (place.frame < 0) return [zoom, reset];
  const names = stage.stackOf(place.node);
  return [
    { text: 'Copy name', act: () => onCopy(source.frames.name(place.frame), 'name') },
    { text: 'Copy stack', act: () => onCopy(names.join('\n'), 'stack') },
    { ...zoom, isApart: true },
    reset,
    { text: 'Focus on this function', act: () => onFocusFrame(place.frame), isApart: true },
    { text: 'Show source', act: () => onShowSource(place.frame) },
  ];
}
