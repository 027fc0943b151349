export { matrixPage, type PageApp } from './page.js';
