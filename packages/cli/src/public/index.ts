import type { Config } from './config.js';

export type { Config, RuleLevel, RuleOptions } from './config.js';
export type {
  AppSummary,
  Edit,
  Finding,
  Position,
  Range,
  RelatedLocation,
  Report,
} from './report.js';

/** Gives a configuration back as it is, so that an editor completes and checks it. */
export function defineConfig(config: Config): Config {
  return config;
}
