import type { CustomTableLayout } from 'pdfmake/interfaces';

/** Lines between rows, and nothing else. */
export const hairlines: CustomTableLayout = {
  hLineWidth: (row) => (row === 1 ? 0.8 : 0.3),
  vLineWidth: () => 0,
  paddingTop: () => 2.2,
  paddingBottom: () => 1.8,
  paddingLeft: () => 2,
  paddingRight: () => 4,
};
