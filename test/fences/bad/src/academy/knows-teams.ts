export { TurnContext } from 'botbuilder';
