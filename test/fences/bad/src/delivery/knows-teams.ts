export { createMessenger } from '../teams/messenger.ts';
