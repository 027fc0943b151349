import type ts from 'typescript';
import { extendService } from './extend-service.js';
import { createLog, describeError } from './logger.js';
import { createPluginProject, type PluginProject } from './plugin-project.js';
import { readOptions } from './plugin-options.js';

/**
 * The projects whose service knows slots already. tsserver creates its plugins anew, on top of what
 * they made before, each time a `tsconfig.json` changes.
 */
const extended = new WeakMap<ts.server.Project, PluginProject>();

/** What tsserver calls once for each project that names the plugin. */
export default function init({ typescript }: { typescript: typeof ts }): ts.server.PluginModule {
  let project: PluginProject | undefined;
  return {
    create(info) {
      const log = createLog(info);
      try {
        project = extended.get(info.project);
        if (project) {
          project.options = readOptions(info.config, log);
          return info.languageService;
        }
        project = createPluginProject(typescript, info);
        const service = extendService(project, info.languageService);
        extended.set(info.project, project);
        return service;
      } catch (error) {
        log(`create: ${describeError(error)}`);
        return info.languageService;
      }
    },
    onConfigurationChanged(config) {
      if (!project) return;
      try {
        project.options = readOptions(config, project.log);
        project.host.refreshDiagnostics();
      } catch (error) {
        project.log(`onConfigurationChanged: ${describeError(error)}`);
      }
    },
  };
}
