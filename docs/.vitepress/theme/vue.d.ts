/** TypeScript sees components as what Vue's compiler makes of them. */
declare module '*.vue' {
  import type { Theme } from 'vitepress';
  const component: NonNullable<Theme['Layout']>;
  export default component;
}
declare module '*.css';
