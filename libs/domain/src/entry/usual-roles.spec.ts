import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { procedureRoles } from './entry';
import { usualRoles } from './usual-roles';

describe('the usual roles of an item', () => {
  it('are observed and assisted for paddle leads and endoscopy, every role otherwise', () => {
    const watched = shipped.catalogue.items.filter((item) => usualRoles(item).length === 2);
    expect(watched.map(({ id }) => id).sort()).toEqual([
      'endoscopic-discectomy',
      'rfa-mb-endoscopic',
      'scs-paddle',
    ]);
    expect(usualRoles({ id: 'esi-tf-lumbar' })).toEqual(procedureRoles);
  });

  it('agree with what the notes of the catalogue say', () => {
    const bySaying = shipped.catalogue.items.filter(({ notes }) => /observed or assisted/.test(notes));
    expect(bySaying.map((item) => usualRoles(item))).toEqual(bySaying.map(() => ['observed', 'assisted']));
    expect(bySaying.length).toBe(3);
  });
});
