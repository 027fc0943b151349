export { brokenUrls, hasMissing, levelsOf, type Level, type LevelRow } from './levels.js';
