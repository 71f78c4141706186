export { createLog } from '../storage/log.ts';
