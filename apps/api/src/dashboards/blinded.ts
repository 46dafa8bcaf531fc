import type { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { SOMEBODY, withoutNames } from '@countersign/contracts/words/hide-names';
import type { PersonView } from '@countersign/contracts/sessions/views';

/** What stands in the place of the fellow’s name while names are hidden. */
export const THE_FELLOW = 'The fellow';

/** Takes names out of a text. */
export type Hide = (text: string) => string;

/** Takes out the fellow’s name, and those of everybody of the program. */
export function hiding(fellow: string, everybody: Iterable<string>): Hide {
  const names = [...everybody, fellow];
  return (text) => withoutNames(text, names, (name) => (name === fellow ? 'the fellow' : SOMEBODY));
}

/**
 * What a committee reads, without who the fellow is and who rated, wrote, recorded and was present; the base specialty,
 * which tells one of few fellows, is left out too. What stands in texts is taken out of them.
 */
export function blinded(view: CommitteeView, hide: Hide): CommitteeView {
  const nobody: PersonView = { id: '', name: SOMEBODY };
  const said = <T extends { readonly reason?: string }>(one: T): T =>
    one.reason === undefined ? one : { ...one, reason: hide(one.reason) };
  return {
    ...view,
    fellow: { id: '', name: THE_FELLOW },
    baseSpecialty: '',
    people: [],
    ...(view.remarks
      ? { remarks: view.remarks.map((one) => ({ ...one, by: nobody, text: hide(one.text) })) }
      : {}),
    decisions: view.decisions.map((one) => ({
      ...said(one),
      by: nobody,
      present: one.present.map(() => nobody),
      milestones: one.milestones.map((milestone) => said(milestone)),
    })),
  };
}
