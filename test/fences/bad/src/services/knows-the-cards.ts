export { cardMessage } from '../cards/index.ts';
