import type ts from 'typescript';
import type { PluginProject } from './plugin-project.js';

/** What an extension works with. */
export interface ServiceContext {
  readonly project: PluginProject;
  /** The service as it was given to us: asking it never comes back here. */
  readonly service: ts.LanguageService;
}
