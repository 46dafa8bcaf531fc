import { readRosterFile } from './roster-file';

it('reads columns in any order, whatever else is in the file', () => {
  const text =
    '\uFEFFRole,E-mail,"Name",Last day,First day,Pager\r\nfellow,a@x.example,"Okafor, A.",2027-06-30,2026-07-01,17\r\n\r\n,,,,,\r\nstaff,b@x.example,B,2027-06-30,2026-07-01,\r\n';
  expect(readRosterFile(text)).toEqual({
    rows: [
      { role: 'fellow', email: 'a@x.example', name: 'Okafor, A.', toOn: '2027-06-30', fromOn: '2026-07-01' },
      { role: 'staff', email: 'b@x.example', name: 'B', toOn: '2027-06-30', fromOn: '2026-07-01' },
    ],
    lines: [2, 5],
  });
});

it.each([
  ['', /has to name the columns/],
  ['name,role\nA,fellow', /has to name the columns/],
  ['Name,E-mail,Role,From,To\n', /no rows/],
])('says why %j cannot be read', (text, words) => {
  expect(readRosterFile(text)).toEqual({ trouble: expect.stringMatching(words) as string });
});
