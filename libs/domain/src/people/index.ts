export { tellApart } from './tell-apart';
