/** The build of exceljs for browsers that changes none of their built-ins; it ships without types of its own. */
declare module 'exceljs/dist/exceljs.bare.min.js' {
  export { ValueType, Workbook } from 'exceljs';
}
