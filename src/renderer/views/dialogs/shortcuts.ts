/** A key, or several at once or in turn, and what it does. */
export type Shortcut = readonly [keys: readonly string[], does: string];

/** All shortcuts, by where they work. */
export function shortcutGroups(
  platform: 'linux' | 'darwin' | 'win32',
): readonly (readonly [place: string, shortcuts: readonly Shortcut[]])[] {
  const command = platform === 'darwin' ? '⌘' : 'Ctrl';
  const alternative = platform === 'darwin' ? '⌥' : 'Alt';
  return [
    [
      'Anywhere',
      [
        [[command, 'O'], 'Open profiles'],
        [[command, 'V'], 'Search the copied text for evidence'],
        [[command, 'E'], 'Export'],
        [['C'], 'Copy a picture'],
        [[command, 'S'], 'Save the investigation'],
        [['/'], 'Find a function'],
        [['S'], 'Source of the selected function'],
        [['X'], 'Swap before and after'],
        [['?'], 'Show these shortcuts'],
      ],
    ],
    [
      'While searching',
      [
        [['Enter'], 'Next match'],
        [['Shift', 'Enter'], 'Previous match'],
        [['Esc'], 'Clear the search'],
      ],
    ],
    [
      'In the source',
      [
        [['H'], 'Heaviest line, and the next'],
        [['↑', '↓'], 'Previous, next line'],
        [['Shift', '↓'], 'Select several'],
        [[command, 'C'], 'Copy the lines with their values'],
        [['Enter'], 'Open in the editor'],
      ],
    ],
    [
      'In the flame graph',
      [
        [['↑', '↓'], 'Caller, callee'],
        [['←', '→'], 'Neighbours'],
        [['Enter'], 'Zoom to the box'],
        [['+', '−'], 'Zoom in, out'],
        [['0', 'Esc'], 'Show everything'],
        [['Page Up', 'Page Down'], 'A page towards callers, callees'],
        [['Shift', '←', '→'], 'Move sideways'],
        [['Wheel'], 'Zoom about the pointer'],
        [['Shift', 'Wheel'], 'Move sideways'],
        [[alternative, 'Wheel'], 'Move along the stacks'],
        [['Shift', 'F10'], 'Menu of the box'],
      ],
    ],
    [
      'In the table',
      [
        [['↑', '↓'], 'Previous, next function'],
        [['Page Up', 'Page Down'], 'A page up, down'],
        [['Home', 'End'], 'First, last function'],
        [['Shift', '↓'], 'Select several'],
        [[command, 'A'], 'Select all'],
        [[command, 'C'], 'Copy the selected rows'],
        [['Enter'], 'Zoom to the function’s widest box'],
      ],
    ],
  ];
}
