export const metadata = { title: 'Nothing here' };
export type Props = { team: React.ReactNode };
export interface More extends Props {}
export function helper() {}
export class Thing {}
export enum Kind {
  A = 1,
}
export const [first, { second, ...third }] = [1, { second: 2 }];
