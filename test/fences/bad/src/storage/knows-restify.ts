export { createServer } from 'restify';
