export { default, metadata } from './shared-layout';
export type { Props } from './shared-layout';
