import { BoxTexts } from './box-texts.ts';
import { figuresOf } from './boxes.ts';
import { type BoxNode, Chart } from './chart.ts';
import type { PageData } from './page-data.ts';
import { followTheme } from './theme.ts';
import { Tooltip } from './tooltip.ts';
import './page.css';

/*
 * The script of an exported page. It stands in the page's head, so that the theme is there before anything is
 * drawn; the flame graph is made when the page is read.
 */

followTheme();
document.addEventListener('DOMContentLoaded', () => {
  const text = document.getElementById('graph-data')?.textContent;
  const host = document.getElementById('graph');
  // There is no graph where nothing was measured.
  if (text && host) showGraph(host, JSON.parse(text) as PageData);
  document.documentElement.dataset['ready'] = 'true';
});

function showGraph(host: HTMLElement, data: PageData): void {
  const field = document.getElementById('search') as HTMLInputElement;
  const texts = new BoxTexts(data);
  const tooltip = new Tooltip(texts);
  const figures = (node: BoxNode) => figuresOf(data, node.data.row, node.depth);
  let found: readonly BoxNode[] = [];
  /** Place in `found` of the box that was zoomed to from the search field. */
  let step = -1;

  const say = (id: 'zoomed' | 'found', words: string) => {
    const place = document.getElementById(id);
    if (place !== null) place.textContent = words;
  };
  const chart = new Chart(host, data, texts, {
    onHover: (node, { clientX, clientY }) =>
      tooltip.show(figures(node), node.data.row, clientX, clientY),
    onLeave: () => tooltip.hide(),
    onZoom: (node) => {
      const words = node.data.row === 0 ? '' : texts.sentence(figures(node), node.data.row);
      say('zoomed', words === '' ? '' : `Zoomed to ${words}`);
    },
    onFound: (nodes) => {
      found = nodes;
    },
  });

  const search = () => {
    found = [];
    step = -1;
    chart.search(field.value);
    say('found', field.value === '' ? '' : texts.found(found.length, outermostWidth(found)));
  };
  const reset = () => {
    field.value = '';
    search();
    chart.reset();
  };
  const zoomToMatch = (by: 1 | -1) => {
    step = step < 0 && by < 0 ? found.length - 1 : (step + by + found.length) % found.length;
    const node = found[step];
    if (node !== undefined) chart.zoomTo(node);
  };

  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && found.length > 0) zoomToMatch(event.shiftKey ? -1 : 1);
  });
  document.getElementById('reset')?.addEventListener('click', reset);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') reset();
    if (event.key === '/' && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    }
  });
}

/** Width of the boxes that stand in no other of them. */
function outermostWidth(nodes: readonly BoxNode[]): number {
  const all = new Set(nodes);
  const isInside = ({ parent }: BoxNode) => {
    for (let caller = parent; caller !== null; caller = caller.parent) {
      if (all.has(caller)) return true;
    }
    return false;
  };
  return nodes.reduce((sum, node) => sum + (isInside(node) ? 0 : node.data.width), 0);
}
