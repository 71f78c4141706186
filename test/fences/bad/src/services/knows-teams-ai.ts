export { Application } from '@microsoft/teams-ai/lib/Application.js';
