export { Template } from 'adaptivecards-templating';
