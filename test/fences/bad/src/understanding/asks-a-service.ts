export { may } from '../services/permission.ts';
