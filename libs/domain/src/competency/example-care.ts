import type { FactFilter } from './fact';
import type { Competency } from './requirement-set';

type Care = Pick<Competency, 'id' | 'title' | 'shortTitle'> & { readonly items: readonly string[] };

/** An experience has no performer rating to look back on, so it is a count by distinct supervisors. */
function experience({ items, ...subject }: Care, need: number): Competency {
  const filter: FactFilter = { items, kind: 'experience', windowMonths: 12 };
  return {
    ...subject,
    about: { items },
    rules: [
      { kind: 'count', filter, per: 'session', need },
      { kind: 'distinct', filter, of: 'supervisor', need: 2 },
    ],
    highRisk: false,
  };
}

/** Care without a procedure in the example requirements; the numbers are our own, for demonstration. */
export const exampleCare: readonly Competency[] = [
  experience(
    {
      id: 'cancer-pain-care',
      title: 'Care of patients with cancer pain',
      shortTitle: 'Cancer pain care',
      items: ['exp-cancer', 'exp-palliative'],
    },
    20,
  ),
  experience(
    {
      id: 'acute-pain-care',
      title: 'Care of patients with acute pain',
      shortTitle: 'Acute pain care',
      items: ['exp-acute'],
    },
    20,
  ),
  experience(
    {
      id: 'headache-care',
      title: 'Care of patients with headache and facial pain',
      shortTitle: 'Headache care',
      items: ['exp-dx-headache'],
    },
    10,
  ),
  experience(
    {
      id: 'medication',
      title: 'Medication management',
      shortTitle: 'Medication',
      items: ['exp-opioid-initiation', 'exp-opioid-taper', 'exp-buprenorphine', 'exp-adjuvant'],
    },
    15,
  ),
  experience(
    {
      id: 'psychology',
      title: 'Psychology and psychological therapy',
      shortTitle: 'Psychology',
      items: ['exp-psych-history', 'exp-mental-status', 'exp-psychological-therapy'],
    },
    5,
  ),
  experience(
    {
      id: 'physical-therapy',
      title: 'Physical therapy and rehabilitation',
      shortTitle: 'Physical therapy',
      items: ['exp-rehab-plan', 'exp-pmp'],
    },
    5,
  ),
];
