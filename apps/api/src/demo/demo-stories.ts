/** What becomes of a competency of the demo after its last signature. */
export type Sequel = 'evidence-withdrawn' | 'suspended';

/** A sign-off of the demo: of whom and for what, when it is asked for, and how far it comes. */
export interface DemoStory {
  /** The fellow’s place in the plan. */
  readonly fellow: number;
  /** The first of them that is ready is asked for. */
  readonly competencies: readonly string[];
  /** Day of the year on which it is asked for; below zero: so many days before the last day. */
  readonly day: number;
  /** The director asks with this waiver for the first one, where none is ready. */
  readonly waiver?: string;
  /** Signatures that are given, a day apart; all of them unless told. */
  readonly signatures?: number;
  /** In the place of the next signature the signer declines, in these words. */
  readonly declined?: string;
  /** What follows twelve days after the last signature. */
  readonly sequel?: Sequel;
}

/** Why the director waives the count of a fellow with one block of implants. */
const oneBlock =
  'One implant block this year. Both supervisors saw every case and would let it go on under indirect supervision.';

/** Why the director asks early for a fellow who was away. */
const longLeave = 'Short of the count by the weeks of leave; the last cases went without help.';

/** Why the director asks where little is missing. */
const fewShort = 'A few short of the count; the last cases went without help, and both signers saw them.';

/**
 * The sign-offs of the demo year, one of each kind that a page can show. The stimulator implant stays open: it is what a
 * visitor asks for.
 */
export const demoStories: readonly DemoStory[] = [
  // High risk, waived, three signatures; without practice since, the first has lapsed and the second soon does.
  { fellow: 5, competencies: ['vertebral-augmentation'], day: 115, waiver: oneBlock },
  { fellow: 5, competencies: ['it-pump'], day: 146, waiver: oneBlock },
  { fellow: 1, competencies: ['trigger-point', 'sacroiliac', 'peripheral-nerve'], day: 170 },
  { fellow: 0, competencies: ['sacral-epidural', 'sacroiliac', 'lumbar-interlaminar'], day: 210 },
  { fellow: 1, competencies: ['it-pump', 'vertebral-augmentation'], day: 232, waiver: oneBlock },
  {
    fellow: 2,
    competencies: ['trigger-point', 'sacroiliac', 'peripheral-nerve', 'sacral-epidural', 'medial-branch'],
    day: 243,
    waiver: fewShort,
    sequel: 'suspended',
  },
  { fellow: 0, competencies: ['lumbar-interlaminar', 'lumbar-transforaminal', 'medial-branch'], day: 250 },
  { fellow: 1, competencies: ['lumbar-transforaminal', 'lumbar-interlaminar', 'medial-branch'], day: 262 },
  { fellow: 3, competencies: ['trigger-point', 'peripheral-nerve', 'sacroiliac'], day: 270 },
  {
    fellow: 3,
    competencies: ['lumbar-transforaminal', 'lumbar-interlaminar', 'medial-branch'],
    day: 295,
    sequel: 'evidence-withdrawn',
  },
  {
    fellow: 4,
    competencies: ['peripheral-nerve', 'trigger-point', 'sacroiliac', 'medial-branch'],
    day: 300,
    signatures: 0,
    declined: 'Two more with the probe in your own hand, then ask again.',
  },
  // What waits on the day the demo is made: for the second supervisor, for the director, for anybody.
  {
    fellow: 0,
    competencies: ['vertebral-augmentation', 'cancer-neurolysis'],
    day: -5,
    waiver: oneBlock,
    signatures: 1,
  },
  {
    fellow: 1,
    competencies: ['rf-ablation', 'medial-branch', 'peripheral-nerve', 'sacral-epidural'],
    day: -4,
    waiver: longLeave,
    signatures: 1,
  },
  {
    fellow: 3,
    competencies: ['sacroiliac', 'medial-branch', 'lumbar-interlaminar'],
    day: -2,
    waiver: longLeave,
    signatures: 0,
  },
  {
    fellow: 2,
    competencies: ['cervical-epidural', 'sympathetic-block'],
    day: -3,
    waiver: longLeave,
    signatures: 0,
  },
];
