import { accountMailKinds, groupOf, noticeKinds } from '@countersign/domain/notices';
import { mailText, type MailFacts } from './mail';
import { mailKindNames, noticeSentence } from './notice';

const facts: Required<MailFacts> = {
  ...{ to: 'Dr. Reader', programName: 'Pain Medicine', home: 'https://log.example.org' },
  ...{ link: 'https://log.example.org/welcome#secret', waiting: 12, oldestDays: 8, returned: 2 },
  ...{ supervisor: 'Dr. Late', silentDays: 16, onService: 9, programWaiting: 31 },
  ...{ qualifications: { expired: 1, expiring: 2 }, programQualifications: { expired: 3, expiring: 0 } },
};
const kinds = [...noticeKinds, ...accountMailKinds];

/** What stands in a record of a patient or a rating; no mail may say any of it. */
const forbidden =
  /\b(patient|diagnos\w*|procedure name|epidural|block|injection|rating|rated|help \d|score|grade|complication\w*|MRN|date of birth|age|reason:|comment:)\b/i;

describe('Mails', () => {
  it.each(kinds)('%s: a subject, a greeting, a page to go to; a way to stop where there is one', (kind) => {
    const stop = groupOf(kind) === null ? null : 'https://log.example.org/unsubscribe?t=x';
    const { subject, text } = mailText(kind, facts, stop);
    expect(subject.length).toBeGreaterThan(5);
    expect(subject.length).toBeLessThan(120);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/^Dear Dr\. Reader,\n\n/);
    expect(text).toContain('https://log.example.org');
    expect(text.includes('Stop this kind of mail')).toBe(stop !== null);
    expect(mailKindNames[kind].length).toBeGreaterThan(3);
  });

  it.each(kinds)('%s: holds nothing of a patient and no rating, whatever is given', (kind) => {
    const { subject, text } = mailText(kind, facts, null);
    expect(`${subject}\n${text}`).not.toMatch(forbidden);
  });

  it.each(kinds)('%s: holds fixed words and what it was given, nothing else', (kind) => {
    const canary = (one: string) => `⟦${one}⟧`;
    const marked = { ...facts, to: canary('to'), programName: canary('program'), supervisor: canary('who') };
    const { subject, text } = mailText(kind, marked, null);
    const found = [...`${subject}\n${text}`.matchAll(/⟦([^⟧]*)⟧/g)].map(([, one]) => one);
    expect(['program', 'to', 'who']).toEqual(expect.arrayContaining([...new Set(found)]));
  });

  it('say of qualifications how many are to be looked at, not which', () => {
    const { text } = mailText('digest', facts, null);
    expect(text).toContain('Yours: 1 qualification has expired, 2 expire within 90 days.');
    expect(text).toContain('In the whole program: 3 qualifications have expired.');
  });

  it('say of a week only what there is', () => {
    const { to, programName, home } = facts;
    const { text } = mailText('digest', { to, programName, home, returned: 1 }, null);
    expect(text).toBe(
      'Dear Dr. Reader,\n\n1 entry is with you: returned, and not sent again.\n\nhttps://log.example.org/',
    );
  });
});

it('A notice of every kind is a sentence', () => {
  for (const kind of noticeKinds) {
    expect(noticeSentence({ kind, count: 3 })).toMatch(/^[A-Z\d].*\.$/);
    expect(noticeSentence({ kind, count: 3 })).not.toMatch(forbidden);
  }
});
