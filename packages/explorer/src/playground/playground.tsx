/** What the playground is given. */
export interface PlaygroundProps {
  readonly fragment: string;
  readonly onChange: ((fragment: string) => void) | undefined;
}

/** An app as text beside what the explorer shows of it. */
export function Playground({ fragment }: PlaygroundProps) {
  return <div class="slots-playground" data-fragment={fragment} />;
}
