import type { CreateFile } from '../../edits/edit.js';

/** What decides whether a file is created for the user. */
interface Creation {
  readonly edit: CreateFile | undefined;
  /** Whether ESLint creates it too. */
  readonly scaffold: boolean;
}

const byFix = ' (auto-fixable: `npx next-slots fix`)';
const byFixOrEslint = ' (auto-fixable: `npx next-slots fix` or `eslint --fix`)';

/** Which commands create the file that a message asks for; empty where none does. */
export function howToCreate({ edit, scaffold }: Creation): string {
  if (!edit) return '';
  return scaffold ? byFixOrEslint : byFix;
}

/** A help without the commands, for integrations that show what they create in another way. */
export function withoutHowToCreate(help: string): string {
  return help.replace(byFixOrEslint, '').replace(byFix, '');
}
