import type ts from 'typescript';
import { createPlugin } from './create-plugin.js';

/** What tsserver calls once for each project that names the plugin. */
export default function init(modules: { typescript: typeof ts }): ts.server.PluginModule {
  return createPlugin(modules.typescript);
}
