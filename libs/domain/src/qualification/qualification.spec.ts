import { checkQualification, isOfBoard, qualificationKinds, type QualificationAsked } from './index';

const license: QualificationAsked = {
  ...{ kind: 'medical-license', issuer: 'Board of Medicine of Northland (invented)' },
  ...{ jurisdiction: 'Northland', fromOn: '2025-07-01', expiresOn: '2027-06-30' },
};
const said = (change: Partial<QualificationAsked>) =>
  checkQualification({ ...license, ...change }).map(({ code, field }) => `${code} ${field ?? ''}`);

describe('What is written down of a qualification', () => {
  it('is taken with both days, with either and with none', () => {
    expect(said({})).toEqual([]);
    expect(said({ fromOn: undefined })).toEqual([]);
    expect(said({ expiresOn: undefined })).toEqual([]);
    expect(said({ fromOn: undefined, expiresOn: undefined })).toEqual([]);
    expect(said({ expiresOn: '2025-07-01' })).toEqual([]);
  });

  it.each([
    [{ expiresOn: '2025-06-30' }, ['qualification/reversed /expiresOn']],
    [{ expiresOn: '2027-02-30' }, ['people/impossible-date /expiresOn']],
    [
      { fromOn: '0206-01-01', expiresOn: '2027-13-01' },
      ['people/impossible-date /fromOn', 'people/impossible-date /expiresOn'],
    ],
  ])('is refused with the days %j: %j', (change, refusals) => {
    expect(said(change)).toEqual(refusals);
  });

  it('names a specialty exactly for a board, and what it is for anything else', () => {
    for (const kind of qualificationKinds) {
      const named = { kind, title: 'Fluoroscopy safety course' };
      expect(said(named)).toEqual(isOfBoard(kind) ? ['qualification/specialty-needed /specialty'] : []);
      expect(said({ ...named, specialty: 'pain-medicine' })).toEqual(
        isOfBoard(kind) ? [] : ['qualification/specialty-of-board /specialty'],
      );
    }
    expect(said({ kind: 'other' })).toEqual(['qualification/title-needed /title']);
  });

  it('holds no number of a license or registration in any of its texts', () => {
    expect(said({ issuer: 'Board of Medicine, 4th floor, edition 2026' })).toEqual([]);
    expect(said({ title: 'No. 12345', issuer: 'A 99999', jurisdiction: '55555', note: 'BX1234563' })).toEqual(
      ['title', 'issuer', 'jurisdiction', 'note'].map((field) => `qualification/number /${field}`),
    );
  });
});
