import cyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff?url&inline';
import cyrillic500 from '@fontsource/inter/files/inter-cyrillic-500-normal.woff?url&inline';
import cyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff?url&inline';
import cyrillicExt400 from '@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff?url&inline';
import cyrillicExt500 from '@fontsource/inter/files/inter-cyrillic-ext-500-normal.woff?url&inline';
import cyrillicExt600 from '@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff?url&inline';
import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff?url&inline';
import greek500 from '@fontsource/inter/files/inter-greek-500-normal.woff?url&inline';
import greek600 from '@fontsource/inter/files/inter-greek-600-normal.woff?url&inline';
import greekExt400 from '@fontsource/inter/files/inter-greek-ext-400-normal.woff?url&inline';
import greekExt500 from '@fontsource/inter/files/inter-greek-ext-500-normal.woff?url&inline';
import greekExt600 from '@fontsource/inter/files/inter-greek-ext-600-normal.woff?url&inline';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff?url&inline';
import latin500 from '@fontsource/inter/files/inter-latin-500-normal.woff?url&inline';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff?url&inline';
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?url&inline';
import latinExt500 from '@fontsource/inter/files/inter-latin-ext-500-normal.woff?url&inline';
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff?url&inline';
import vietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff?url&inline';
import vietnamese500 from '@fontsource/inter/files/inter-vietnamese-500-normal.woff?url&inline';
import vietnamese600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff?url&inline';
import cyrillicMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-cyrillic-400-normal.woff?url&inline';
import cyrillicExtMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-cyrillic-ext-400-normal.woff?url&inline';
import greekMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-greek-400-normal.woff?url&inline';
import latinMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff?url&inline';
import latinExtMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-ext-400-normal.woff?url&inline';
import vietnameseMono from '@fontsource/jetbrains-mono/files/jetbrains-mono-vietnamese-400-normal.woff?url&inline';

/**
 * The fonts of pictures: what the page is written in, as files of one weight each (the page has them as one
 * variable font, which what makes PNGs does not understand). Each comes in parts, one for a script.
 */
export const FONT_FILES = {
  regular: [
    latin400,
    latinExt400,
    greek400,
    greekExt400,
    cyrillic400,
    cyrillicExt400,
    vietnamese400,
  ],
  medium: [
    latin500,
    latinExt500,
    greek500,
    greekExt500,
    cyrillic500,
    cyrillicExt500,
    vietnamese500,
  ],
  semibold: [
    latin600,
    latinExt600,
    greek600,
    greekExt600,
    cyrillic600,
    cyrillicExt600,
    vietnamese600,
  ],
  mono: [latinMono, latinExtMono, greekMono, cyrillicMono, cyrillicExtMono, vietnameseMono],
} as const satisfies Readonly<Record<string, readonly string[]>>;
