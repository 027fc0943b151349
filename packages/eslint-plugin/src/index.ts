// Apart from the plugin itself, whose types TypeScript before 5.6 reads: it does not know a name in
// quotes. Node gives `require` what bears this one.
export { default, default as 'module.exports' } from './plugin.js';
export type { AppConfigOptions } from './plugin.js';
