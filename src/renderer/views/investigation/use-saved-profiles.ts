import { useStore } from 'zustand';
import { visibleText } from '../../../core/text/visible-text.ts';
import { profilesOfSubject, type SubjectId } from '../../state/subject.ts';
import { useApp } from '../../state/use-app.ts';

/** The profiles that an investigation is saved of. */
interface SavedProfiles {
  /** Of all their files; one that is compared with itself counts once. */
  readonly bytes: number;
  /** Whether all of them can be found again by a path. */
  readonly arePathsKnown: boolean;
  /** `heap.pb.gz`, `before.pb.gz and after.pb.gz`, or `both heap.pb.gz`. */
  readonly names: string;
  /** How many texts with evidence are saved with them. */
  readonly texts: number;
}

/** What is to be known of the profiles of a subject before it is saved. */
export function useSavedProfiles(subject: SubjectId): SavedProfiles {
  const { profiles: store, evidence } = useApp();
  const all = useStore(store, (state) => state.profiles);
  const texts = useStore(evidence, (state) => state.texts);
  const { profile, base } = profilesOfSubject(subject);
  const saved = [base, profile].flatMap((id) => all.filter((open) => open.id === id));
  const files = new Map([...saved, ...texts].map(({ sha256, fileBytes }) => [sha256, fileBytes]));
  const names = [...new Set(saved.map(({ name }) => visibleText(name)))];
  return {
    bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0),
    arePathsKnown: saved.every(({ path }) => path !== ''),
    names: names.length < saved.length ? `both ${names.join()}` : names.join(' and '),
    texts: texts.length,
  };
}
