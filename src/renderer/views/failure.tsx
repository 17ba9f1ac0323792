import './failure.css';

/** What stands where nothing else can: a sentence, and the way out. */
export function Failure({ sentence }: { readonly sentence: string }) {
  return (
    <main className="failure" role="alert">
      <h1>Allocscope had to stop here</h1>
      <p>{sentence}</p>
      <p>The profiles on your disk are untouched. Reloading shows again what was open.</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        Reload
      </button>
    </main>
  );
}
