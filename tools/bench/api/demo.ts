/** Site and supervisor of the entries that the loads log, as the kept demo has them. */
export const SITE = '0199fc57-3e00-7676-978f-c2b74cc580ea';
export const SUPERVISOR = { name: 'Dr. Nils Lindqvist', id: '0199fc57-3e00-7498-a03d-080ce2b09f6e' };
/** A fellow who logs. */
export const LOGGER = 'Lena Brandvold';
/** Its director. */
export const DIRECTOR = 'Dr. Ruth Castellan';
/** Entries that are approved by one act. */
export const BATCH = 25;
