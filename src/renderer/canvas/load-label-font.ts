import { LABEL_FONT } from '../../core/drawing/label-font.ts';
import { busy } from '../idle.ts';

/**
 * Fetches the font and says when labels have to be measured and drawn anew: a canvas shows what it
 * drew before in whatever font was there. The result ends it.
 */
export function loadLabelFont(onLoaded: () => void): () => void {
  let isOver = false;
  const done = busy();
  const tell = () => {
    if (!isOver) onLoaded();
  };
  // The promise is for Latin letters; those of other scripts are fetched once they are drawn.
  document.fonts.addEventListener('loadingdone', tell);
  void document.fonts.load(LABEL_FONT.css).then(tell, tell).finally(done);
  return () => {
    isOver = true;
    document.fonts.removeEventListener('loadingdone', tell);
  };
}
