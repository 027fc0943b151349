export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly show?: boolean;
}
export function findPnpm(): string;
export function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<boolean>;
