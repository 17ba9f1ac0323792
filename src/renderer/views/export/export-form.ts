import type { ExportChoices, Scene } from '../../../bridge/export-api.ts';
import type { ExportDraft } from '../../state/export-request.ts';

/** What stands in the dialog, as it was typed. */
export interface ExportForm {
  readonly choices: ExportChoices;
  readonly scene: Scene['kind'];
  readonly title: string;
  readonly width: string;
  /** In percent. */
  readonly leastShare: string;
}

/** What is wrong with what was typed; '' for nothing. */
export interface FormErrors {
  readonly width: string;
  readonly leastShare: string;
}

/** The form with what was chosen last. */
export function formOf(choices: ExportChoices, scene: Scene['kind']): ExportForm {
  return {
    choices,
    scene,
    title: '',
    width: `${choices.viewWidth}`,
    leastShare: `${Number((choices.leastShare * 100).toPrecision(6))}`,
  };
}

/** Reads the form; what cannot be read stays as it was. */
export function readForm(form: ExportForm): {
  readonly draft: ExportDraft;
  readonly errors: FormErrors;
} {
  const { choices, scene, title } = form;
  const width = /^\s*\d{1,6}\s*$/.test(form.width) ? Number(form.width) : Number.NaN;
  const isWidth = width >= LEAST_WIDTH && width <= MOST_WIDTH;
  const percent = /^\s*(?:\d+\.?\d*|\.\d+)\s*%?\s*$/.test(form.leastShare)
    ? Number.parseFloat(form.leastShare)
    : Number.NaN;
  const isShare = percent >= 0 && percent <= 100;
  return {
    draft: {
      choices: {
        ...choices,
        viewWidth: isWidth ? width : choices.viewWidth,
        leastShare: isShare ? percent / 100 : choices.leastShare,
      },
      scene,
      title,
    },
    errors: {
      width: isWidth ? '' : `Write a whole number from ${LEAST_WIDTH} to 20,000.`,
      leastShare: isShare ? '' : 'Write a percentage, such as 0.1.',
    },
  };
}

/** Widths of a picture in px. */
const LEAST_WIDTH = 320;
const MOST_WIDTH = 20_000;
