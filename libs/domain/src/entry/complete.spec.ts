import { DomainError } from '../refusal';
import { complete } from './complete';
import type { DraftContent, DraftProcedure } from './entry';

const procedure: DraftProcedure = {
  itemId: 'si-joint',
  side: 'left',
  levels: [],
  techniques: ['intra-articular'],
  role: 'performed',
  supervision: 'direct',
  outcome: 'success',
  complications: ['none'],
};

const content: DraftContent = {
  performedOn: '2026-03-10',
  siteId: 'site',
  supervisorId: 'supervisor',
  setting: 'clinic',
  painCategory: 'chronic-non-cancer',
  diagnosisGroup: 'joint',
  ageBand: '40-64',
  simulation: false,
  reflection: 'went well',
  procedures: [procedure],
};

describe('a complete entry', () => {
  it('is the draft itself, whole', () => {
    expect(complete(content)).toEqual(content);
  });

  it.each(['siteId', 'supervisorId', 'setting', 'painCategory', 'diagnosisGroup'] as const)(
    'cannot be made without %s',
    (field) => {
      const bare: DraftContent = { ...content };
      Reflect.deleteProperty(bare, field);
      const missing = new DomainError('entry/incomplete', `/${field} is missing`, `/${field}`);
      expect(() => complete(bare)).toThrow(missing);
      expect(() => complete(bare)).toThrow(
        expect.objectContaining({ code: 'entry/incomplete', field: `/${field}` }),
      );
    },
  );

  it('cannot be made while a procedure has no role', () => {
    const { role: _role, ...bare } = procedure;
    expect(() => complete({ ...content, procedures: [procedure, bare] })).toThrow(
      expect.objectContaining({ code: 'entry/incomplete', field: '/procedures/1/role' }),
    );
  });

  it('is made of a meeting, which has no supervision level', () => {
    const { supervision: _level, ...meeting } = procedure;
    expect(complete({ ...content, procedures: [meeting] }).procedures).toEqual([meeting]);
  });
});
