import type { ModuleFacts } from '../module-facts.js';
import { nothingKnown, readFacts } from '../read-facts.js';
import { Steps } from '../steps.js';
import type { Node } from './nodes.js';
import { isNode } from './parts.js';
import { TypeReader } from '../types/type-reader.js';

/**
 * Reads a module from the ESTree of espree, typescript-eslint, Babel or oxc.
 *
 * @param program - The `Program` node. What is no such node gives partial facts, and so does a tree with
 *   pieces missing, as a plugin or a parser that nobody has heard of may hand over.
 * @param text - The text that was parsed, which all ranges refer to.
 * @param onTooComplex - Called where a fact is asked for that takes too long to read.
 */
export function readModuleFromESTree(
  program: unknown,
  text: string,
  onTooComplex?: () => void,
): ModuleFacts {
  const body = isNode(program) && 'body' in program ? program.body : undefined;
  if (!Array.isArray(body)) return nothingKnown(text);
  const statements = body.filter(isNode);
  const types = new TypeReader(text);
  const directives = statements.flatMap(directive);
  const steps = new Steps();
  return readFacts({ text, statements, types, directives, partial: false, steps, onTooComplex });
}

/** A directive's text between the quotes. */
function directive(node: Node): string | readonly never[] {
  return (node.type === 'ExpressionStatement' ? node.directive : undefined) ?? [];
}
