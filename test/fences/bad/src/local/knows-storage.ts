export { openStorage } from '../storage/open-storage.ts';
