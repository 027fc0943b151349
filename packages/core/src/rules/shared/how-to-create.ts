import type { CreateFile } from '../../edits/edit.js';

/** What decides whether a file is created for the user. */
interface Creation {
  readonly edit: CreateFile | undefined;
  /** Whether ESLint creates it too. */
  readonly scaffold: boolean;
}

/** Which commands create the file that a message asks for; empty where none does. */
export function howToCreate({ edit, scaffold }: Creation): string {
  if (!edit) return '';
  return scaffold
    ? ' (auto-fixable: `npx next-slots fix` or `eslint --fix`)'
    : ' (auto-fixable: `npx next-slots fix`)';
}
