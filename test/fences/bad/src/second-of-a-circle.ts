import { first } from './first-of-a-circle.ts';
export const second = (): unknown => first();
