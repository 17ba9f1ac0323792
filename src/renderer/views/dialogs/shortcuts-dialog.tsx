import { useApp } from '../../state/use-app.ts';
import { DialogFrame } from './dialog-frame.tsx';
import './dialogs.css';
import { shortcutGroups } from './shortcuts.ts';

/** What the keyboard does. */
export function ShortcutsDialog() {
  const { platform } = useApp().about;
  return (
    <DialogFrame dialog="shortcuts" title="Keyboard shortcuts">
      <div className="shortcuts">
        {shortcutGroups(platform).map(([place, shortcuts]) => (
          <section key={place}>
            <h3>{place}</h3>
            <dl>
              {shortcuts.map(([keys, does]) => (
                <div key={keys.join(' ')}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
