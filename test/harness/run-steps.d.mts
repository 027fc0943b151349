export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly show?: boolean;
}
export const pnpm: readonly string[];
export function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<boolean>;
