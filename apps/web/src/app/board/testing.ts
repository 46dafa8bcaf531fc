import type { BoardView } from '@countersign/contracts/board/views';

/** The invented board of the specs, on Nov 23, 2026: three fellows and two competencies. */
export const board: BoardView = {
  ...{ program: 'Harbor', timeZone: 'America/Chicago', today: '2026-11-23' },
  asOf: Date.parse('2026-11-23T18:00:00Z'),
  sites: [
    { id: 'n', name: 'Northgate ASC' },
    { id: 'c', name: 'Millbrook Clinic' },
  ],
  competencies: [
    {
      title: 'Lumbar transforaminal epidural',
      includes: ['Transforaminal epidural, lumbar'],
      words: ['TFESI lumbar'],
    },
    { title: 'Neurolysis for cancer pain', includes: ['Celiac plexus block'], words: [] },
  ],
  fellows: [
    {
      name: 'Ama Okafor',
      presence: { kind: 'unplaced' },
      lines: [
        { competency: 0, reason: 'not-signed', supervision: 'direct' },
        { competency: 1, reason: 'others-first', waitsFor: ['Sympathetic block'] },
      ],
    },
    {
      name: 'Lena Müller',
      presence: { kind: 'at-site', siteId: 'n', rotation: 'Interventional' },
      lines: [
        {
          ...{ competency: 0, reason: 'signed', supervision: 'indirect-immediate', untilOn: '2027-06-30' },
          signers: ['Dr. Osei', 'Dr. Castellan'],
          demonstration: true,
        },
        { competency: 1, reason: 'not-signed', supervision: 'direct' },
      ],
    },
    {
      name: 'Sasha Marwood',
      presence: { kind: 'on-leave', untilOn: '2026-11-27' },
      lines: [
        { competency: 0, reason: 'suspended', supervision: 'direct', sinceOn: '2026-11-20' },
        { competency: 1, reason: 'not-signed', supervision: 'direct' },
      ],
    },
  ],
};
