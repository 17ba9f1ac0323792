import './flame-graph.css';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import { loadLabelFont } from '../../canvas/label-font.ts';
import { flameCommand } from './commands.ts';
import { FlameMap, listenToMap } from './flame-map.ts';
import { FlameMenu, type MenuRequest } from './flame-menu.tsx';
import { FlameStage, type StageStatus } from './flame-stage.ts';
import { FlameTooltip, type TooltipHandle } from './flame-tooltip.tsx';
import type { FlameBox, FlameGraphHandle, FlameGraphProps } from './flame-types.ts';
import { boxSentence } from './flame-words.ts';
import { followSize } from './follow-size.ts';
import { Lingering } from './lingering.ts';
import { listenToPointer } from './pointer-input.ts';

/** The flame graph of one view of a profile. */
export function FlameGraph({
  ref,
  ...props
}: FlameGraphProps & { readonly ref?: Ref<FlameGraphHandle> }) {
  const { onSelect, onFocusFrame, onCopy, requestBox, orientation } = props;
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const mapField = useRef<HTMLDivElement>(null);
  const mapCanvas = useRef<HTMLCanvasElement>(null);
  const lens = useRef<HTMLDivElement>(null);
  const tooltip = useRef<TooltipHandle>(null);
  const announcer = useRef<HTMLDivElement>(null);
  const stage = useRef<FlameStage>(null);
  const [status, setStatus] = useState<StageStatus>('loading');
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const averages = useRef(new Lingering());
  const instructions = useId();

  const choose = (box: FlameBox | null) => {
    const isFunction = box !== null && box.place.frame >= 0;
    stage.current?.putCursor(box?.place ?? null);
    onSelect(
      isFunction ? { frame: box.place.frame, node: box.place.node, place: box.place } : null,
    );
  };
  const open = (box: FlameBox | null) => {
    choose(box);
    if (box !== null) stage.current?.zoomTo(box.place);
  };
  const clickAt = useEffectEvent((viewX: number, viewY: number) => {
    open(stage.current?.boxAtPoint(viewX, viewY) ?? null);
  });
  const hover = useEffectEvent((box: FlameBox | null) => {
    tooltip.current?.show(box);
    averages.current.cancel();
    if (box === null || box.place.frame < 0) return;
    if (averageSizePair(props.sampleTypes, props.sampleType) === null) return;
    const { node } = box.place;
    averages.current.ask(
      () => requestBox(node),
      (values) => tooltip.current?.fill(node, values),
    );
  });
  const firstProps = useEffectEvent(() => props);

  useEffect(() => {
    const elements = [field, scene, overlay, mapField, mapCanvas, lens].map((it) => it.current);
    const [around, canvas, marks, mapAround, mapDrawn, glass] = elements;
    if (
      !(around && mapAround && glass) ||
      !(canvas instanceof HTMLCanvasElement && marks instanceof HTMLCanvasElement) ||
      !(mapDrawn instanceof HTMLCanvasElement)
    ) {
      return undefined;
    }
    const lingering = averages.current;
    let map: FlameMap | null = null;
    const made = new FlameStage(canvas, marks, firstProps(), {
      onStatus: setStatus,
      onHover: (box) => hover(box),
      onDrawn: () => map?.follow(),
    });
    map = new FlameMap(mapDrawn, glass, made);
    const drawnMap = map;
    stage.current = made;
    const endings = [
      loadLabelFont(() => made.fontsChanged()),
      followSize(around, (width, height, ratio) => {
        made.resize(width, height, ratio);
        drawnMap.resize(width, ratio);
      }),
      listenToPointer(around, made.camera, {
        onClick: clickAt,
        onDoubleClick: () => made.camera.reset(),
        onMove: (event) => {
          if (event === null) {
            made.point(null);
            return;
          }
          const { left, top } = around.getBoundingClientRect();
          made.point({ viewX: event.clientX - left, viewY: event.clientY - top });
          tooltip.current?.moveTo(event.clientX, event.clientY);
        },
      }),
      listenToMap(mapAround, drawnMap),
      () => drawnMap.stop(),
      () => made.dispose(),
      () => lingering.cancel(),
    ];
    return () => {
      for (const end of endings) end();
      stage.current = null;
    };
  }, []);

  useEffect(() => stage.current?.update(props));

  useImperativeHandle(
    ref,
    () => ({
      zoomTo: (place) => stage.current?.zoomTo(place),
      reveal: (place) => stage.current?.reveal(place),
      show: (place) => stage.current?.reveal(place, LEAST_WIDTH),
      reset: () => stage.current?.camera.reset(),
      zoomIn: () => stage.current?.camera.zoom(KEY_ZOOM),
      zoomOut: () => stage.current?.camera.zoom(1 / KEY_ZOOM),
      whenStill: (act) => stage.current?.whenStill(act) ?? (() => {}),
      focus: () => field.current?.focus(),
    }),
    [],
  );

  const announce = (box: FlameBox) => {
    if (announcer.current !== null) {
      const type = props.sampleTypes[props.sampleType];
      announcer.current.textContent = boxSentence(box, props.frames, type);
    }
  };

  const openMenu = (box: FlameBox, clientX: number, clientY: number) => {
    const { place } = box;
    const zoom = { text: 'Zoom to this box', act: () => stage.current?.zoomTo(place) };
    const reset = { text: 'Show the whole graph', act: () => stage.current?.camera.reset() };
    if (place.frame < 0) {
      setMenu({ clientX, clientY, choices: [zoom, reset] });
      return;
    }
    choose(box);
    const names = stage.current?.stackOf(place.node) ?? [];
    setMenu({
      clientX,
      clientY,
      choices: [
        { text: 'Copy name', act: () => onCopy(props.frames.name(place.frame), 'name') },
        { text: 'Copy stack', act: () => onCopy(names.join('\n'), 'stack') },
        { ...zoom, isApart: true },
        reset,
        {
          text: 'Focus on this function',
          act: () => onFocusFrame(place.frame),
          isApart: true,
        },
      ],
    });
  };

  const openMenuAtCursor = () => {
    const box = stage.current?.cursor;
    const around = field.current?.getBoundingClientRect();
    if (!box || around === undefined) return;
    const rect = stage.current?.camera.rectOf(box.place);
    const left = around.left + (rect ? Math.min(rect.left + 8, rect.left + rect.width / 2) : 8);
    openMenu(box, left, around.top + (rect ? rect.top + rect.height : 8));
  };

  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    // Where the keyboard's menu key sends this too, keydown has dealt with it.
    if (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === '') return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const box = stage.current?.boxAtPoint(event.clientX - left, event.clientY - top);
    if (box) openMenu(box, event.clientX, event.clientY);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const command = flameCommand(event, orientation);
    const view = stage.current;
    if (command === null || view === null) return;
    event.preventDefault();
    switch (command.kind) {
      case 'walk': {
        const box = view.walk(command.step);
        if (box === null) break;
        choose(box);
        announce(box);
        break;
      }
      case 'enter':
        open(view.cursor);
        break;
      case 'pan':
        view.camera.shift(command.direction * 0.25, 0);
        break;
      case 'page':
        view.camera.shift(0, command.direction * 0.8);
        break;
      case 'zoomIn':
        view.camera.zoom(KEY_ZOOM);
        break;
      case 'zoomOut':
        view.camera.zoom(1 / KEY_ZOOM);
        break;
      case 'reset':
        view.camera.reset();
        break;
      case 'menu':
        openMenuAtCursor();
        break;
    }
  };

  return (
    <div ref={root} className="flame-graph" data-status={status}>
      <div ref={mapField} className="flame-map" aria-hidden="true">
        <canvas ref={mapCanvas} />
        <div ref={lens} className="flame-lens">
          <i data-edge="left" />
          <i data-edge="right" />
        </div>
      </div>
      <div
        ref={field}
        className="flame-field"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard.
        tabIndex={0}
        role="application"
        aria-roledescription="flame graph"
        aria-label="Flame graph"
        aria-describedby={instructions}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <div aria-hidden="true">
          <canvas ref={scene} />
          <canvas ref={overlay} />
        </div>
        {status !== 'shown' && <p className="flame-status">{STATUS_WORDS[status]}</p>}
      </div>
      <p id={instructions} hidden>
        {INSTRUCTIONS}
      </p>
      <div ref={announcer} className="visually-hidden" aria-live="polite" />
      <FlameTooltip ref={tooltip} inputs={props} />
      <FlameMenu request={menu} onClose={() => setMenu(null)} returnTo={field} container={root} />
    </div>
  );
}

/** How far a key, or a button, zooms. */
const KEY_ZOOM = 2;

/** What is shown must be this wide, in px: wide enough for the first letters of a name. */
const LEAST_WIDTH = 40;

const STATUS_WORDS = {
  loading: 'Drawing the flame graph…',
  empty: 'No samples to show: in this view every value is zero.',
  failed: 'The flame graph could not be worked out.',
} as const;

const INSTRUCTIONS =
  'Arrow keys walk from box to box: to callers, to callees, and along a row. Enter zooms to a box, ' +
  'Escape shows the whole graph, plus and minus zoom, the menu key opens a menu for the box. ' +
  'The same data can be walked as a tree in the tree view.';
