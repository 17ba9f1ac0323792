/** Lets the user choose one file; nothing happens when they change their mind. */
export function chooseFile(onChosen: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.remove();
    if (file !== undefined) onChosen(file);
  });
  input.addEventListener('cancel', () => input.remove());
  // Some browsers forget an input that is nowhere in the page before anything is chosen.
  document.body.append(input);
  input.click();
}
