import type { CreateFile } from '../../edits/edit.js';
import { isTemplateName } from '../../edits/templates.js';

/** What decides whether anybody creates a file. */
interface Creation {
  readonly edit: CreateFile | undefined;
  readonly scaffold: boolean;
  /** The template that was to be taken, where one can be chosen. */
  readonly template?: string | undefined;
}

/** Who creates the file that a message asks for, in its words behind the file's name. */
export function whoCreates({ edit, scaffold, template }: Creation): string {
  if (edit) {
    return scaffold
      ? '(`npx next-slots fix` or `eslint --fix` does it)'
      : '(`npx next-slots fix` does it)';
  }
  const isNamed = template === undefined || isTemplateName(template);
  return isNamed ? 'by hand' : `by hand: there is no template ${template} to take its text from`;
}
