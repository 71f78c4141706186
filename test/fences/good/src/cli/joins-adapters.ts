export { openStorage } from '../storage/knows-azure.ts';
