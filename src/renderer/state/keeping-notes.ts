import type { App } from './app.ts';
import { Latest } from './latest.ts';
import { notify, sentenceOf } from './notices.ts';
import { shownSubject } from './profiles.ts';
import { profilesOfSubject, type SubjectId } from './subject.ts';

/**
 * Has the host keep notes from the first letter on, and brings back those about what is looked at: of two
 * profiles they are the same whichever comes first.
 */
export function keepNotes({ host, notes, notices, profiles }: App): void {
  const kept = new Map<SubjectId, string>();
  // A key held down changes notes faster than a disk takes them.
  const keeping = new Latest();
  const tell = (thrown: unknown) => notify(notices, 'error', sentenceOf(thrown));

  const bringBack = async (subject: SubjectId) => {
    const known = kept.get(subject) ?? '';
    const read = await host.request('readNotes', profilesOfSubject(subject));
    const now = notes.getState()[subject] ?? '';
    const isTyped = now !== known && now !== read;
    kept.set(subject, read);
    // What was typed while they were on their way follows them.
    const typed = read === '' ? now : `${read}\n\n${now}`;
    notes.setState({ [subject]: isTyped ? typed : read });
  };
  const send = (all: Readonly<Record<SubjectId, string>>) => {
    for (const [subject, text] of Object.entries(all) as [SubjectId, string][]) {
      if (kept.get(subject) === text) continue;
      kept.set(subject, text);
      const params = { ...profilesOfSubject(subject), notes: text };
      keeping.run(() => host.request('keepNotes', params)).catch(tell);
    }
  };
  let shown: SubjectId | null = null;
  const follow = () => {
    const subject = shownSubject(profiles.getState());
    if (subject === shown) return;
    shown = subject;
    if (subject !== null) bringBack(subject).catch(tell);
  };
  notes.subscribe(send);
  profiles.subscribe(follow);
  follow();
}
