import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Viewport } from '../../../core/layout/viewport.ts';
import { loadLabelFont } from '../../canvas/load-label-font.ts';
import { FlameMap, listenToMap } from './flame-map.ts';
import { FlameScene } from './flame-scene.ts';
import { FlameStage } from './flame-stage.ts';
import type { FlameBox, FlameGraphProps, FlameInputs, StageStatus } from './flame-types.ts';
import { followSize } from './follow-size.ts';
import { listenToPointer } from './pointer-input.ts';

/** The elements that a stage and its overview are put up on. */
export interface StageElements {
  readonly field: RefObject<HTMLElement | null>;
  readonly scene: RefObject<HTMLCanvasElement | null>;
  readonly overlay: RefObject<HTMLCanvasElement | null>;
  readonly mapField: RefObject<HTMLElement | null>;
  readonly mapCanvas: RefObject<HTMLCanvasElement | null>;
  readonly lens: RefObject<HTMLElement | null>;
}

/** What a stage is put up with. */
type StageInputs = FlameInputs & Pick<FlameGraphProps, 'camera' | 'startAt' | 'onRest' | 'link'>;

/** What the pointer does on a stage. Places are px of the pane, `clientX` and `clientY` of the window. */
export interface StagePointer {
  readonly onClick: (box: FlameBox | null) => void;
  readonly onHover: (box: FlameBox | null) => void;
  readonly onMove: (clientX: number, clientY: number) => void;
}

/** Puts up a stage with its overview for as long as the component is there, and keeps its inputs up to date. */
export function useStage(
  elements: StageElements,
  inputs: StageInputs,
  pointer: StagePointer,
): { readonly stage: RefObject<FlameStage | null>; readonly status: StageStatus } {
  const { camera, link } = inputs;
  const side = link === null ? null : (inputs.source.compared?.drawn ?? null);
  const stage = useRef<FlameStage>(null);
  const [status, setStatus] = useState<StageStatus>('loading');
  const inputsNow = useEffectEvent(() => inputs);
  const onRest = useEffectEvent((viewport: Viewport) => inputs.onRest(viewport));
  const elementsNow = useEffectEvent(() => ({
    field: elements.field.current,
    scene: elements.scene.current,
    overlay: elements.overlay.current,
    mapField: elements.mapField.current,
    mapCanvas: elements.mapCanvas.current,
    lens: elements.lens.current,
  }));
  const onClick = useEffectEvent((box: FlameBox | null) => pointer.onClick(box));
  const onHover = useEffectEvent((box: FlameBox | null) => pointer.onHover(box));
  const onMove = useEffectEvent((x: number, y: number) => pointer.onMove(x, y));

  useEffect(() => {
    const { field, scene, overlay, mapField, mapCanvas, lens } = elementsNow();
    if (!(field && scene && overlay && mapField && mapCanvas && lens)) return undefined;
    let map: FlameMap | null = null;
    const first = inputsNow();
    let { startAt } = first;
    const made = new FlameStage(new FlameScene(scene, overlay), camera, first, {
      onStatus: (now) => {
        setStatus(now);
        // Of the first tree only: in another one the same place is something else.
        const isFirst = inputsNow().source.key === first.source.key;
        if (startAt !== null && isFirst && now === 'shown') camera.jump(startAt);
        startAt = null;
      },
      onHover: (box) => {
        onHover(box);
        if (side !== null) link?.hover(side, box);
      },
      onRest: (viewport) => onRest(viewport),
      onDrawn: () => {
        map?.follow();
        if (side !== null) link?.drawn(side);
      },
    });
    const drawnMap = new FlameMap(mapCanvas, lens, made);
    map = drawnMap;
    stage.current = made;
    const unlink = side === null ? null : (link?.join(side, made) ?? null);
    const endings = [
      () => unlink?.(),
      loadLabelFont(() => made.fontsChanged()),
      followSize(field, (width, height, ratio) => {
        made.resize(width, height, ratio);
        drawnMap.resize(width, ratio);
      }),
      listenToPointer(field, camera, {
        onClick: (viewX, viewY) => onClick(made.boxAtPoint(viewX, viewY)),
        onDoubleClick: () => camera.reset(),
        onMove: (event) => {
          if (event === null) {
            made.point(null);
            return;
          }
          const { left, top } = field.getBoundingClientRect();
          made.point({ viewX: event.clientX - left, viewY: event.clientY - top });
          onMove(event.clientX, event.clientY);
        },
      }),
      listenToMap(mapField, drawnMap),
      () => {
        if (made.lookedAt !== null) onRest(made.lookedAt);
      },
      () => drawnMap.stop(),
      () => made.dispose(),
    ];
    return () => {
      for (const end of endings) end();
      stage.current = null;
    };
  }, [camera, link, side]);

  useEffect(() => stage.current?.update(inputs));
  return { stage, status };
}
