import { isInvestigation } from '../investigation/recognise.ts';
import type { FileFormat } from './file-format.ts';

export const investigation: FileFormat = {
  recognises: ({ bytes }) => isInvestigation(bytes),
  refusal: 'It is an investigation that Allocscope saved, not a profile.',
  advice: 'Open it in the window: allocscope open FILE.allocscope.',
};
