export { add } from '../academy/counts.ts';
