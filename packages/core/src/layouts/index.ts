export { seenMatchesOf } from './seen-matches.js';
