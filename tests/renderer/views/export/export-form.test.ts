import { expect, it } from 'vitest';
import { defaults } from '../../../../src/backend/settings.ts';
import { formOf, readForm } from '../../../../src/renderer/views/export/export-form.ts';

const form = formOf(defaults.exporting, 'graph');

it('begins with what was chosen last', () => {
  expect(form).toMatchObject({ width: '1200', leastShare: '0.1', title: '' });
  expect(readForm(form)).toEqual({
    draft: { choices: defaults.exporting, scene: 'graph', title: '' },
    errors: { width: '', leastShare: '' },
  });
});

it('reads what is typed', () => {
  const { draft, errors } = readForm({ ...form, width: ' 1600 ', leastShare: '.5 %' });
  expect(draft.choices).toMatchObject({ viewWidth: 1600, leastShare: 0.005 });
  expect(errors).toEqual({ width: '', leastShare: '' });
});

it.each(['', '12', 'wide', '-1200', '99999', '1e3', '12.5'])(
  'says that %j is no width, and keeps the last one',
  (width) => {
    const { draft, errors } = readForm({ ...form, width });
    expect(draft.choices.viewWidth).toBe(1200);
    expect(errors.width).toContain('from 320 to 20,000');
  },
);

it.each(['', 'little', '-1', '101', '0,1'])('says that %j is no percentage', (leastShare) => {
  const { draft, errors } = readForm({ ...form, leastShare });
  expect(draft.choices.leastShare).toBe(0.001);
  expect(errors.leastShare).toContain('percentage');
});
