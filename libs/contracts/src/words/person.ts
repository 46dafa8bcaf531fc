import type { Role } from '@countersign/domain/access';

/** What a person is in a program. */
export const personRoles: Readonly<Record<Role, string>> = {
  fellow: 'Fellow',
  supervisor: 'Supervisor',
  director: 'Program director',
  coordinator: 'Coordinator',
  institution: 'Institution’s education office',
  staff: 'Clinical staff',
};
