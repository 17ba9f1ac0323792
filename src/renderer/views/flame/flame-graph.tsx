import './flame-graph.css';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import { boxName, boxSentence } from '../../../words/box-words.ts';
import { comparedSentence } from '../../../words/compared-box-words.ts';
import { boxChoices } from './box-choices.ts';
import { flameCommand } from './commands.ts';
import { FlameMenu, type MenuRequest } from './flame-menu.tsx';
import { FlameTooltip, type TooltipHandle } from './flame-tooltip.tsx';
import type { FlameBox, FlameGraphHandle, FlameGraphProps } from './flame-types.ts';
import { Lingering } from './lingering.ts';
import { useStage } from './use-stage.ts';

/** The flame graph of one tree. */
export function FlameGraph({
  ref,
  ...props
}: FlameGraphProps & { readonly ref?: Ref<FlameGraphHandle> }) {
  const { source, camera, onSelect, requestBox, orientation, label } = props;
  const { frames, sampleTypes, sampleType, compared } = source;
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const mapField = useRef<HTMLDivElement>(null);
  const mapCanvas = useRef<HTMLCanvasElement>(null);
  const lens = useRef<HTMLDivElement>(null);
  const tooltip = useRef<TooltipHandle>(null);
  const announcer = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const averages = useRef(new Lingering());
  const closeMenu = useCallback(() => setMenu(null), []);
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
  const hover = (box: FlameBox | null) => {
    tooltip.current?.show(box);
    averages.current.cancel();
    if (box === null || box.place.frame < 0) return;
    if (compared !== null || averageSizePair(sampleTypes, sampleType) === null) return;
    const { node } = box.place;
    averages.current.ask(
      () => requestBox(node),
      (values) => tooltip.current?.fill(node, values),
    );
  };
  const { stage, status } = useStage({ field, scene, overlay, mapField, mapCanvas, lens }, props, {
    onClick: open,
    onHover: hover,
    onMove: (clientX, clientY) => tooltip.current?.moveTo(clientX, clientY),
  });
  useEffect(() => {
    const lingering = averages.current;
    return () => lingering.cancel();
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      zoomTo: (place) => stage.current?.zoomTo(place),
      reveal: (place) => stage.current?.reveal(place),
      show: (place) => stage.current?.reveal(place, LEAST_WIDTH),
      reset: () => camera.reset(),
      zoomIn: () => stage.current?.zoom(KEY_ZOOM),
      zoomOut: () => stage.current?.zoom(1 / KEY_ZOOM),
      whenStill: (act) => stage.current?.whenStill(act) ?? (() => {}),
      focus: () => field.current?.focus(),
    }),
    [stage, camera],
  );

  const announce = (box: FlameBox) => {
    if (announcer.current !== null) {
      announcer.current.textContent =
        compared === null
          ? boxSentence(box, frames, sampleTypes[sampleType])
          : comparedSentence(box, boxName(box, frames), compared);
    }
  };

  const openMenu = (box: FlameBox, clientX: number, clientY: number) => {
    if (stage.current === null) return;
    if (box.place.frame >= 0) choose(box);
    setMenu({ clientX, clientY, choices: boxChoices(box, stage.current, props) });
  };

  const openMenuAtCursor = () => {
    const box = stage.current?.cursor;
    const around = field.current?.getBoundingClientRect();
    if (!box || around === undefined) return;
    const rect = camera.rectOf(box.place);
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
        camera.shift(command.direction * 0.25, 0);
        break;
      case 'page':
        camera.shift(0, command.direction * 0.8);
        break;
      case 'zoomIn':
        view.zoom(KEY_ZOOM);
        break;
      case 'zoomOut':
        view.zoom(1 / KEY_ZOOM);
        break;
      case 'reset':
        camera.reset();
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
        aria-label={label}
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
      <FlameTooltip ref={tooltip} source={source} />
      <FlameMenu request={menu} onClose={closeMenu} returnTo={field} container={root} />
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
