import { scenesOf } from '../../state/export-request.ts';
import { Line, SwitchLine, TextLine } from '../parts/form-lines.tsx';
import { type FieldsProps, ThemeLine, TitleLine } from './fields.tsx';
import { captionParts, sceneWords } from './words.ts';

const formats = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
] as const;

const extents = [
  ['shown', 'As on screen'],
  ['whole', 'All of it'],
] as const;

const ratios = [
  ['1', '1×'],
  ['2', '2×'],
  ['4', '4×'],
] as const;

/** What a picture shows, how large it is, and what is written on it. */
export function PictureFields({
  hasSeen,
  takesWidth,
  ...props
}: FieldsProps & {
  /** Whether a part of the graph is on screen, to be shown as it is seen. */
  readonly hasSeen: boolean;
  /** Whether the width is to be chosen. */
  readonly takesWidth: boolean;
}) {
  const { form, errors, subject, onChange, onChoose } = props;
  const { choices, scene } = form;
  const scenes = scenesOf(subject.view).map((kind) => [kind, sceneWords[kind]] as const);
  return (
    <>
      <SwitchLine
        words="Show"
        choices={scenes}
        value={scene}
        onChange={(chosen) => onChange({ scene: chosen })}
      />
      {hasSeen && (
        <SwitchLine
          words="Extent"
          choices={extents}
          value={choices.extent}
          onChange={(extent) => onChoose({ extent })}
        />
      )}
      {takesWidth && (
        <TextLine
          words="Width"
          text={form.width}
          error={errors.width}
          unit="px"
          onChange={(width) => onChange({ width })}
        />
      )}
      <SwitchLine
        words="Format"
        choices={formats}
        value={choices.pictureFormat}
        onChange={(pictureFormat) => onChoose({ pictureFormat })}
      />
      {choices.pictureFormat === 'png' && (
        <SwitchLine
          words="Scale"
          choices={ratios}
          value={`${choices.pixelRatio}`}
          onChange={(ratio) => onChoose({ pixelRatio: Number(ratio) as 1 | 2 | 4 })}
        />
      )}
      <ThemeLine {...props} />
      <TitleLine {...props} />
      <Line words="Caption">
        <fieldset className="form-checks">
          <legend className="visually-hidden">Caption</legend>
          {captionParts.map(([part, words]) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={choices.caption[part]}
                onChange={({ currentTarget }) =>
                  onChoose({ caption: { ...choices.caption, [part]: currentTarget.checked } })
                }
              />
              {words}
            </label>
          ))}
        </fieldset>
      </Line>
    </>
  );
}
